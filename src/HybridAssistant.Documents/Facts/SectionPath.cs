namespace HybridAssistant.Documents.Facts;

/// <summary>Headings one inside the other, outermost first.</summary>
internal static class SectionPath
{
    private const string Separator = " › ";

    /// <summary>Puts a heading inside a path; one that the path ends with already is not repeated.</summary>
    public static string Join(string path, string heading) =>
        path.Length == 0 ? heading : path.EndsWith(heading, StringComparison.Ordinal) ? path : path + Separator + heading;

    /// <summary>The innermost heading.</summary>
    public static string Last(string path) => path[(path.LastIndexOf('›') + 1)..].Trim();
}
