using HybridAssistant.Api.Security.Tokens;

namespace HybridAssistant.Api.Security;

/// <summary>The key or token that a request carries.</summary>
internal static class Credential
{
    private const string Bearer = "Bearer ";

    /// <summary>What was sent, without blanks around it; null where nothing was.</summary>
    public static string? Of(HttpRequest request, AccessRule rule)
    {
        string? authorization = request.Headers.Authorization;
        string? sent = authorization is not null && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..]
            : request.Headers["X-Api-Key"].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(sent) && rule.TokenInQuery)
        {
            // A key is never read from an address, which ends in logs and histories; a token is short-lived and bound to its origin.
            sent = request.HttpContext.Features.Get<AddressToken>() is { } token && BrowserToken.LooksLikeOne(token.Value) ? token.Value : null;
        }

        return string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
    }
}
