namespace HybridAssistant.Api.OpenAi;

/// <summary>What OpenAI's card of a model has no field for.</summary>
/// <param name="Kind">"composer", "local", "upstream" or "embedder".</param>
/// <param name="IsDefault">Whether it words where /v1/chat names none; for the embedder, true.</param>
internal sealed record ModelCardExtension(string Kind, bool IsDefault);
