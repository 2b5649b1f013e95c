using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api.Security;

/// <summary>What an endpoint asks of its callers.</summary>
/// <param name="Role">The role that is needed.</param>
/// <param name="OpenToTokens">Whether a browser's token is enough.</param>
/// <param name="TokenInQuery">Whether the token may stand in the address, for viewers that send no headers.</param>
internal sealed record AccessRule(ApiRole Role, bool OpenToTokens, bool TokenInQuery = false)
{
    /// <summary>
    /// What an endpoint asks that says nothing: reading needs a reader, anything else an administrator. Where routing found none
    /// but what refuses (no such address, another method, another type of content), any caller learns why.
    /// </summary>
    public static AccessRule For(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint endpoint => endpoint.Metadata.GetMetadata<AccessRule>() ?? new AccessRule(
            HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? ApiRole.Read : ApiRole.Admin,
            OpenToTokens: false),
        _ => new AccessRule(ApiRole.Read, OpenToTokens: true),
    };
}
