namespace HybridAssistant.Api.Security.Tokens;

/// <summary>The response of POST /v1/tokens.</summary>
/// <param name="Token">To be sent as "Authorization: Bearer TOKEN".</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="Origin">The only origin it is taken from.</param>
internal sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt, string Origin);
