using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api.Security;

/// <summary>Who sends a request, as far as the service can tell.</summary>
/// <param name="Name">The key's name, or the address; for logs. Never a key or a token.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Kind">How the caller made itself known.</param>
/// <param name="CountedWith">Whose requests its own are counted with.</param>
/// <param name="KeyId">The key it holds, or that gave out its token; null for an open service.</param>
internal sealed record Caller(string Name, ApiRole Role, CallerKind Kind, LimitGroup CountedWith, string? KeyId)
{
    /// <summary>The caller of a request; null outside what is guarded.</summary>
    public static Caller? Of(HttpContext context) => context.Features.Get<Caller>();
}
