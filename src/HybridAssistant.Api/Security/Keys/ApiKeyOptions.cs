namespace HybridAssistant.Api.Security.Keys;

/// <summary>
/// One key under "Api:Keys": a plain string, or an object with its hash. The key itself is not kept: what is bound is its hash.
/// </summary>
public sealed class ApiKeyOptions
{
    /// <summary>The setting it comes from, "Api:Keys:0".</summary>
    public required string Setting { get; init; }

    /// <summary>"sha256:" and 64 hexadecimal digits: SHA-256 of the key's UTF-8, as `hybrid keys hash` prints it.</summary>
    public required string Hash { get; init; }

    /// <summary>What logs and rate limits call its bearer. Default: the setting.</summary>
    public string? Name { get; init; }

    /// <summary>"read", "ingest" or "admin". A plain string without a role is an admin's; a hash needs one.</summary>
    public string? Role { get; init; }

    /// <summary>Characters of a plain key; null where only the hash is known.</summary>
    internal int? PlainLength { get; init; }
}
