using System.Net;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Tokens;

namespace HybridAssistant.Api.Security;

/// <summary>
/// Tells who may do what. Without configured keys, reading is open on the loopback interface and writing is refused; with any, each
/// request needs a key, or a token where that is enough.
/// </summary>
internal sealed class AccessControl(ApiKeyRing keys, TokenReader tokens)
{
    private const string HowToSetAKey = "Set Api:Keys:0 (HYBRID__Api__Keys__0) to a key of at least 16 characters";

    /// <summary>The caller, or why the request is refused.</summary>
    public (Caller? Caller, AccessFault? Fault) Admit(HttpContext context)
    {
        AccessRule rule = AccessRule.For(context);
        if (keys.IsEmpty)
        {
            return AdmitLocal(context, rule);
        }

        if (Credential.Of(context.Request, rule) is not { } sent)
        {
            return Refuse(StatusCodes.Status401Unauthorized,
                "This service needs an API key: send 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'. "
                + $"This request needs one with the right '{NameOf(rule.Role)}'.");
        }

        if (keys.Find(sent) is { } key)
        {
            return AdmitKey(key, rule);
        }

        return BrowserToken.LooksLikeOne(sent)
            ? AdmitToken(sent, context.Request, rule)
            : Refuse(StatusCodes.Status401Unauthorized, "The API key that was sent is not one of this service's.", "invalid_token");
    }

    private static (Caller?, AccessFault?) AdmitKey(ApiKey key, AccessRule rule) => key.Role >= rule.Role
        ? (new Caller(key.Name, key.Role, CallerKind.Key, "key " + key.Id, key.Id), null)
        : Refuse(StatusCodes.Status403Forbidden,
            $"This request needs the right '{NameOf(rule.Role)}'; the key '{key.Name}' has '{NameOf(key.Role)}'.");

    private (Caller?, AccessFault?) AdmitToken(string sent, HttpRequest request, AccessRule rule)
    {
        (BrowserToken? token, AccessFault? fault) = tokens.Read(sent, request);
        if (token is null)
        {
            return (null, fault);
        }

        return rule.OpenToTokens
            ? (new Caller(token.Origin, ApiRole.Read, CallerKind.Token, "token " + token.Id, token.KeyId), null)
            : Refuse(StatusCodes.Status403Forbidden,
                $"A token may ask, read documents and send feedback, no more. This request needs a key with the right '{NameOf(rule.Role)}'.");
    }

    private static (Caller?, AccessFault?) AdmitLocal(HttpContext context, AccessRule rule)
    {
        if (rule.Role > ApiRole.Read)
        {
            return Refuse(StatusCodes.Status403Forbidden,
                $"This request needs a key with the right '{NameOf(rule.Role)}', and no key is configured. {HowToSetAKey}.");
        }

        // A page that points its own name at this machine (DNS rebinding) sends that name as the host.
        return IsLocal(context.Connection.RemoteIpAddress) && IsLocal(context.Request.Host.Host)
            ? (new Caller("local", ApiRole.Read, CallerKind.Local, "address " + context.Connection.RemoteIpAddress, null), null)
            : Refuse(StatusCodes.Status403Forbidden,
                $"Without an API key only this machine may read, by a name of its own (localhost, 127.0.0.1). {HowToSetAKey} to open the service to others.");
    }

    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsLocal(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static string NameOf(ApiRole role) => role.ToString().ToLowerInvariant();

    private static (Caller?, AccessFault?) Refuse(int status, string detail, string? error = null) => (null, new AccessFault(status, detail, error));
}
