namespace HybridAssistant.Api.OpenAi;

/// <summary>Tokens that the embedder read, its start and end tokens included.</summary>
internal sealed record EmbeddingUsage(long PromptTokens, long TotalTokens);
