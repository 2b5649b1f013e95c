using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>The vector of one input.</summary>
/// <param name="Object">"embedding".</param>
/// <param name="Index">Place of the input.</param>
/// <param name="Embedding">An array of numbers, or little-endian singles in base64.</param>
internal sealed record EmbeddingItem(string Object, int Index, JsonElement Embedding);
