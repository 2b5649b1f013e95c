using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace HybridAssistant.Api.Security.Signing;

/// <summary>
/// Signs by HMAC-SHA256 what clients bring back, so that no process has to remember it. The key of each purpose is derived from the
/// one of the settings by HKDF (RFC 5869).
/// </summary>
internal sealed class Signer
{
    private readonly FrozenDictionary<SigningPurpose, byte[]> _current;
    private readonly FrozenDictionary<SigningPurpose, byte[]>? _previous;

    /// <summary>A signer.</summary>
    /// <param name="key">The key that signs.</param>
    /// <param name="previous">A key whose signatures still fit while it is being changed; null: none.</param>
    public Signer(byte[] key, byte[]? previous = null)
    {
        _current = Derive(key);
        _previous = previous is null ? null : Derive(previous);
    }

    /// <summary>The signature of a content, 32 bytes.</summary>
    public byte[] Sign(SigningPurpose purpose, ReadOnlySpan<byte> content) => HMACSHA256.HashData(_current[purpose], content);

    /// <summary>Whether a signature is of this content. Takes the same time wherever it differs.</summary>
    public bool Fits(SigningPurpose purpose, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(purpose, content), signature)
        || (_previous is not null && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_previous[purpose], content), signature));

    private static FrozenDictionary<SigningPurpose, byte[]> Derive(byte[] key) => Enum.GetValues<SigningPurpose>().ToFrozenDictionary(
        purpose => purpose,
        purpose => HKDF.Expand(HashAlgorithmName.SHA256, key, HMACSHA256.HashSizeInBytes, Encoding.UTF8.GetBytes($"hybrid-assistant {purpose}")));
}
