namespace HybridAssistant.Api.Security.Signing;

/// <summary>What is signed; each purpose has a key of its own, so that no signature of one passes for another.</summary>
internal enum SigningPurpose
{
    /// <summary>Tokens for browsers.</summary>
    Token,

    /// <summary>Chat responses.</summary>
    Response,
}
