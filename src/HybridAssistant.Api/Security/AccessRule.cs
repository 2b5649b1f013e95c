using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api.Security;

/// <summary>What an endpoint asks of its callers.</summary>
/// <param name="Role">The role that is needed.</param>
/// <param name="OpenToTokens">Whether a browser's token is enough.</param>
/// <param name="TokenInQuery">Whether the token may stand in the address, for viewers that send no headers.</param>
internal sealed record AccessRule(ApiRole Role, bool OpenToTokens, bool TokenInQuery = false)
{
    /// <summary>What an endpoint asks that says nothing: reading needs a reader, anything else an administrator.</summary>
    public static AccessRule For(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()
        ?? new AccessRule(
            HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? ApiRole.Read : ApiRole.Admin,
            OpenToTokens: false);
}
