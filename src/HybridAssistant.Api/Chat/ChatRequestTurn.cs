namespace HybridAssistant.Api.Chat;

/// <summary>An earlier turn of a chat request.</summary>
/// <param name="Role">"user" or "assistant".</param>
/// <param name="Content">What was said.</param>
internal sealed record ChatRequestTurn(string Role, string Content);
