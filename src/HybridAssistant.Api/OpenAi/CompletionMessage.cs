namespace HybridAssistant.Api.OpenAi;

/// <summary>What the assistant says. That it declines is said in the content too, which is what clients show.</summary>
internal sealed record CompletionMessage(string Role, string Content, string? Refusal);
