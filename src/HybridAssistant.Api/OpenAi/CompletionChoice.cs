namespace HybridAssistant.Api.OpenAi;

/// <summary>The answer within a <see cref="Completion"/>.</summary>
internal sealed record CompletionChoice(int Index, CompletionMessage Message, object? Logprobs, string FinishReason);
