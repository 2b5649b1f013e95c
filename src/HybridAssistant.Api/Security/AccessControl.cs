using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Tokens;

namespace HybridAssistant.Api.Security;

/// <summary>
/// Tells who may do what. Without configured keys, reading is open to this machine and writing is refused; with any, each request needs
/// a key, or a token where that is enough. Each refusal says which right is missing.
/// </summary>
internal sealed class AccessControl(ApiKeyRing keys, TokenReader tokens, LocalAccess local)
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
            return Refuse(new AccessFault(
                StatusCodes.Status401Unauthorized,
                $"This service needs an API key: send 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'. {Needed(rule)}"));
        }

        if (keys.Find(sent) is { } key)
        {
            return AdmitKey(key, rule);
        }

        return BrowserToken.LooksLikeOne(sent)
            ? AdmitToken(sent, context.Request, rule)
            : Refuse(new AccessFault(
                StatusCodes.Status401Unauthorized,
                $"The API key that was sent is not one of this service's. {Needed(rule)}",
                "invalid_token",
                LimitGroup.OfAddress(context.Connection.RemoteIpAddress)));
    }

    private static (Caller?, AccessFault?) AdmitKey(ApiKey key, AccessRule rule)
    {
        var group = new LimitGroup("key " + key.Id);
        return key.Role >= rule.Role
            ? (new Caller(key.Name, key.Role, CallerKind.Key, group, key.Id), null)
            : Refuse(new AccessFault(
                StatusCodes.Status403Forbidden,
                $"This request needs the right '{NameOf(rule.Role)}'; the key '{key.Name}' has '{NameOf(key.Role)}'.",
                CountedWith: group));
    }

    private (Caller?, AccessFault?) AdmitToken(string sent, HttpRequest request, AccessRule rule)
    {
        (BrowserToken? token, AccessFault? fault) = tokens.Read(sent, request);
        if (token is null)
        {
            return (null, fault);
        }

        return rule.OpenToTokens
            ? (new Caller(token.Origin, ApiRole.Read, CallerKind.Token, token.CountedWith, token.KeyId), null)
            : Refuse(new AccessFault(
                StatusCodes.Status403Forbidden,
                $"A token may ask, read documents and send feedback, no more. This request needs a key with the right '{NameOf(rule.Role)}'.",
                CountedWith: token.CountedWith));
    }

    private (Caller?, AccessFault?) AdmitLocal(HttpContext context, AccessRule rule)
    {
        if (rule.Role > ApiRole.Read)
        {
            return Refuse(new AccessFault(
                StatusCodes.Status403Forbidden,
                $"This request needs a key with the right '{NameOf(rule.Role)}', and no key is configured. {HowToSetAKey}."));
        }

        var group = LimitGroup.OfAddress(context.Connection.RemoteIpAddress);
        return local.FindFault(context) is { } fault
            ? Refuse(new AccessFault(
                StatusCodes.Status403Forbidden, $"{fault} {HowToSetAKey} to open the service to others with the right 'read'.", CountedWith: group))
            : (new Caller("local", ApiRole.Read, CallerKind.Local, group, null), null);
    }

    private static string Needed(AccessRule rule) => $"This request needs one with the right '{NameOf(rule.Role)}'.";

    private static string NameOf(ApiRole role) => role.ToString().ToLowerInvariant();

    private static (Caller?, AccessFault?) Refuse(AccessFault fault) => (null, fault);
}
