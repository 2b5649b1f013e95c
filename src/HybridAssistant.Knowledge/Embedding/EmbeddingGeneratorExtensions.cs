using Microsoft.Extensions.AI;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>The seam between sheets and questions over any embedding generator, ours or foreign.</summary>
public static class EmbeddingGeneratorExtensions
{
    // A foreign generator does not know the key and embeds both purposes alike, which is right for it.
    internal const string PurposeKey = "hybridassistant.purpose";

    /// <summary>Embeds a question.</summary>
    /// <returns>A unit vector.</returns>
    public static async Task<ReadOnlyMemory<float>> EmbedQueryAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        string question,
        CancellationToken cancellationToken = default)
    {
        var embeddings = await generator
            .GenerateAsync([question], OptionsFor(EmbeddingPurpose.Query), cancellationToken)
            .ConfigureAwait(false);
        return embeddings[0].Vector;
    }

    /// <summary>Embeds lines and passages of sheets, in their order. Give many at once: they are batched by length.</summary>
    /// <returns>One unit vector a text.</returns>
    public static async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedDocumentsAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        IEnumerable<string> texts,
        CancellationToken cancellationToken = default)
    {
        var embeddings = await generator
            .GenerateAsync(texts, OptionsFor(EmbeddingPurpose.Document), cancellationToken)
            .ConfigureAwait(false);
        return [.. embeddings.Select(embedding => embedding.Vector)];
    }

    /// <summary>The fingerprint that an index keeps with its vectors.</summary>
    public static string GetFingerprint(this IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        if (generator.GetService<EmbedderFingerprint>() is { } own)
        {
            return own.Value;
        }

        var metadata = generator.GetService<EmbeddingGeneratorMetadata>();
        return FormattableString.Invariant(
            $"{metadata?.ProviderName ?? "unknown"}/{metadata?.DefaultModelId ?? "unknown"}/{metadata?.DefaultModelDimensions ?? 0}");
    }

    internal static EmbeddingPurpose GetPurpose(this EmbeddingGenerationOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(PurposeKey, out EmbeddingPurpose purpose) == true
            ? purpose
            : EmbeddingPurpose.Document;

    private static EmbeddingGenerationOptions OptionsFor(EmbeddingPurpose purpose) =>
        new() { AdditionalProperties = new() { [PurposeKey] = purpose } };
}
