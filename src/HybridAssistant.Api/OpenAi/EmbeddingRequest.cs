using System.Collections.Immutable;

namespace HybridAssistant.Api.OpenAi;

/// <summary>What a request for embeddings asks for.</summary>
/// <param name="Model">The embedder's name.</param>
/// <param name="Inputs">The texts.</param>
/// <param name="AsBase64">Whether vectors come as base64 instead of numbers.</param>
/// <param name="Dimensions">The length of the vectors that is expected; null: the model's.</param>
internal sealed record EmbeddingRequest(string Model, ImmutableArray<string> Inputs, bool AsBase64, int? Dimensions);
