namespace HybridAssistant.Api.Security.Tokens;

/// <summary>The origin of a page as browsers send it: scheme, host in small letters, and the port where it is not the scheme's own.</summary>
internal static class PageOrigin
{
    /// <summary>What is wrong with a text that should be one; null where nothing is.</summary>
    public static string? FindFault(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            return $"'{text}' is no origin; write one as https://desk.example, with the port where there is one.";
        }

        string origin = $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{uri.Port}"))}";
        return origin == text ? null : $"'{text}' is not how browsers write an origin; write '{origin}'.";
    }
}
