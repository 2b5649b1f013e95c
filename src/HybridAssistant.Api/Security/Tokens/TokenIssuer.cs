using System.Buffers.Text;
using System.Security.Cryptography;
using HybridAssistant.Api.Security.Signing;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>Gives out tokens for browsers. Nothing is kept: any replica with the same signing key takes them.</summary>
internal sealed class TokenIssuer(Signer signer, TimeProvider time)
{
    private const int NonceBytes = 9;

    /// <summary>A token and when it ends.</summary>
    public IssuedToken Issue(string origin, TimeSpan lifetime, string keyId)
    {
        DateTimeOffset expiresAt = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var token = new BrowserToken(origin, expiresAt, keyId, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes)));
        byte[] payload = token.Payload();
        return new IssuedToken(BrowserToken.Write(payload, signer.Sign(SigningPurpose.Token, payload)), expiresAt, origin);
    }
}
