using System.Buffers.Text;
using System.Text;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>What a token for a browser says. It is signed, not secret: whoever holds it may read it.</summary>
/// <param name="Origin">The page's origin, "https://desk.example".</param>
/// <param name="ExpiresAt">When it ends, to the second.</param>
/// <param name="KeyId">The key that gave it out: without the key its tokens end too.</param>
/// <param name="Nonce">Tells tokens of one second apart, so that each is counted for itself.</param>
internal sealed record BrowserToken(string Origin, DateTimeOffset ExpiresAt, string KeyId, string Nonce)
{
    // Names the form, so that no key is mistaken for a token and a later form can be told from this one.
    private const string Prefix = "hat1.";
    private const char Separator = '\n';

    /// <summary>Its requests are counted for themselves.</summary>
    public LimitGroup CountedWith => new($"token {KeyId} {Nonce}", IsToken: true);

    /// <summary>Whether a text has a token's form; says nothing of its signature.</summary>
    public static bool LooksLikeOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What is signed.</summary>
    public byte[] Payload() => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Origin}{Separator}{ExpiresAt.ToUnixTimeSeconds()}{Separator}{KeyId}{Separator}{Nonce}"));

    /// <summary>The token as it is sent.</summary>
    public static string Write(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature) =>
        $"{Prefix}{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(signature)}";

    /// <summary>The two halves of a token; null where it has another form.</summary>
    public static (byte[] Payload, byte[] Signature)? Split(string text)
    {
        string[] parts = text.Split('.');
        return parts is [_, var payload, var signature] && Base64Url.IsValid(payload) && Base64Url.IsValid(signature)
            ? (Base64Url.DecodeFromChars(payload), Base64Url.DecodeFromChars(signature))
            : null;
    }

    /// <summary>What a payload says, once its signature is known to fit.</summary>
    public static BrowserToken? Parse(byte[] payload) =>
        Encoding.UTF8.GetString(payload).Split(Separator) is [var origin, var expiry, var keyId, var nonce]
        && long.TryParse(expiry, System.Globalization.CultureInfo.InvariantCulture, out long seconds)
            ? new BrowserToken(origin, DateTimeOffset.FromUnixTimeSeconds(seconds), keyId, nonce)
            : null;
}
