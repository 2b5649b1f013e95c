namespace HybridAssistant.Api.Security.Keys;

/// <summary>A key that the service knows, by its hash.</summary>
/// <param name="Name">What logs and rate limits call its bearer.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Digest">SHA-256 of the key.</param>
internal sealed record ApiKey(string Name, ApiRole Role, byte[] Digest)
{
    private const int IdBytes = 8;

    /// <summary>Names the key in the tokens it gives out; tells nothing of the key.</summary>
    public string Id { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Digest).AsSpan(0, IdBytes));
}
