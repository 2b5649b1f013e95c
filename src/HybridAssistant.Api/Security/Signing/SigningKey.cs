namespace HybridAssistant.Api.Security.Signing;

/// <summary>A signing key as settings and files write it: base64.</summary>
internal static class SigningKey
{
    /// <summary>Fewest bytes of a key: as many as the hash has (RFC 2104, section 3).</summary>
    public const int MinBytes = 32;

    /// <summary>The key; null where the text is no base64 or too short.</summary>
    public static byte[]? Parse(string text)
    {
        byte[] key = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), key, out int length) && length >= MinBytes ? key[..length] : null;
    }
}
