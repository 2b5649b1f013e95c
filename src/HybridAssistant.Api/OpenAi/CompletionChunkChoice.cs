namespace HybridAssistant.Api.OpenAi;

/// <summary>What an event adds to the answer.</summary>
internal sealed record CompletionChunkChoice(int Index, CompletionDelta Delta, object? Logprobs, string? FinishReason);
