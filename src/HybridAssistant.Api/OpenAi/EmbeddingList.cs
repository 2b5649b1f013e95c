using System.Collections.Immutable;

namespace HybridAssistant.Api.OpenAi;

/// <summary>The response of /v1/embeddings.</summary>
internal sealed record EmbeddingList(string Object, ImmutableArray<EmbeddingItem> Data, string Model, EmbeddingUsage Usage);
