namespace HybridAssistant.Api.Security;

/// <summary>A caller as a page shows it.</summary>
/// <param name="Name">The key's name, a token's origin, or "local".</param>
/// <param name="Kind">"key", "token", or "local" where no key is configured.</param>
/// <param name="Role">"read", "ingest" or "admin"; each includes the ones before it.</param>
/// <param name="MaxUploadBytes">Largest PDF that the service takes, in bytes.</param>
internal sealed record CallerSummary(string Name, string Kind, string Role, int MaxUploadBytes);
