using System.Security.Cryptography;
using System.Text;

namespace HybridAssistant.Api.Security.Keys;

/// <summary>
/// How keys are kept in settings. A plain SHA-256 is enough for keys drawn at random, which nobody guesses; it is none for passwords.
/// </summary>
public static class KeyHash
{
    private const string Prefix = "sha256:";

    /// <summary>Fewest characters of a key.</summary>
    public const int MinKeyLength = 16;

    /// <summary>"sha256:" and the hexadecimal digits, of the key without blanks around it.</summary>
    public static string Of(string key) => Prefix + Convert.ToHexStringLower(Digest(key));

    internal static byte[] Digest(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));
    }

    /// <summary>The bytes of a hash as settings write it; null where it is none.</summary>
    internal static byte[]? Parse(string hash)
    {
        if (!hash.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || hash.Length != Prefix.Length + 2 * SHA256.HashSizeInBytes)
        {
            return null;
        }

        byte[] digest = new byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(hash.AsSpan(Prefix.Length), digest, out _, out _) == System.Buffers.OperationStatus.Done ? digest : null;
    }
}
