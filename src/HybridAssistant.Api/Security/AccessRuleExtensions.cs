using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api.Security;

/// <summary>Says beside an endpoint who may call it.</summary>
internal static class AccessRuleExtensions
{
    /// <summary>A key of this role is needed; no token is enough.</summary>
    public static TBuilder NeedsRole<TBuilder>(this TBuilder endpoint, ApiRole role)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AccessRule(role, OpenToTokens: false));

    /// <summary>A reader's key or a browser's token is needed.</summary>
    public static TBuilder OpenToTokens<TBuilder>(this TBuilder endpoint, bool inQuery = false)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AccessRule(ApiRole.Read, OpenToTokens: true, inQuery));
}
