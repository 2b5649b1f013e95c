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
    public static AccessRule For(HttpContext context) => context.GetEndpoint() is RouteEndpoint endpoint
        ? endpoint.Metadata.GetMetadata<AccessRule>() ?? Unsaid(context.Request.Method)
        : new AccessRule(ApiRole.Read, OpenToTokens: true);

    /// <summary>What an endpoint with this metadata asks of a request with this method.</summary>
    public static AccessRule For(IEnumerable<object> metadata, string method) => metadata.OfType<AccessRule>().LastOrDefault() ?? Unsaid(method);

    private static AccessRule Unsaid(string method) =>
        new(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? ApiRole.Read : ApiRole.Admin, OpenToTokens: false);
}
