using System.Globalization;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Signing;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>Checks the token of a request: its signature, its end, its key, and that the page it came from is the one it is for.</summary>
internal sealed class TokenReader(Signer signer, ApiKeyRing keys, IOptions<ApiOptions> options, TimeProvider time)
{
    public (BrowserToken? Token, AccessFault? Fault) Read(string sent, HttpRequest request)
    {
        if (BrowserToken.Split(sent) is not { } halves || !signer.Fits(SigningPurpose.Token, halves.Payload, halves.Signature)
            || BrowserToken.Parse(halves.Payload) is not { } token)
        {
            return Refuse(
                StatusCodes.Status401Unauthorized,
                "The token was not given out by this service, or was changed.",
                LimitGroup.OfAddress(request.HttpContext.Connection.RemoteIpAddress));
        }

        if (token.ExpiresAt <= time.GetUtcNow())
        {
            return Refuse(StatusCodes.Status401Unauthorized, string.Create(
                CultureInfo.InvariantCulture, $"The token expired at {token.ExpiresAt:yyyy-MM-dd'T'HH:mm:ss'Z'}. Ask the page's server for another one (POST /v1/tokens)."), token.CountedWith);
        }

        if (!keys.Holds(token.KeyId))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "The key that gave out the token is no longer one of this service's.", token.CountedWith);
        }

        if (!options.Value.Origins.Contains(token.Origin, StringComparer.Ordinal))
        {
            return Refuse(StatusCodes.Status403Forbidden, $"The token is for '{token.Origin}', which is not among {ApiOptions.Section}:{nameof(ApiOptions.Origins)}.", token.CountedWith);
        }

        return IsFrom(request, token.Origin)
            ? (token, null)
            : Refuse(StatusCodes.Status403Forbidden, request.Headers.Origin.FirstOrDefault() is { } origin
                ? $"The token is for pages of '{token.Origin}'; this request comes from '{origin}'."
                : $"The token is for pages of '{token.Origin}'; this request does not say which page it comes from (Origin).", token.CountedWith);
    }

    // Browsers leave the origin out of a GET to the page's own server, and say so in a header that no script can set.
    private static bool IsFrom(HttpRequest request, string origin) => request.Headers.Origin is [var sent]
        ? sent == origin
        : request.Headers.Origin.Count == 0 && HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Site"].FirstOrDefault() is "same-origin" or "none";

    // What was given out once is no guess: it counts for itself, so that pages with old tokens do not shut out their neighbours.
    private static (BrowserToken?, AccessFault?) Refuse(int status, string detail, LimitGroup group) =>
        (null, new AccessFault(status, detail, "invalid_token", group));
}
