using HybridAssistant.Knowledge.Embedding.Caching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

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
        CancellationToken cancellationToken = default) =>
        (await generator.EmbedQueriesAsync([question], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Embeds questions, or parts of one, in their order and in one run of the model.</summary>
    /// <returns>One unit vector a question.</returns>
    public static async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedQueriesAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        IReadOnlyList<string> questions,
        CancellationToken cancellationToken = default)
    {
        var embeddings = await generator
            .GenerateAsync(questions, OptionsFor(EmbeddingPurpose.Query), cancellationToken)
            .ConfigureAwait(false);
        return [.. embeddings.Select(embedding => embedding.Vector)];
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

    /// <summary>
    /// Embeds texts that are no part of the index. They pass by the cache, so that no caller can push the lines of sheets out of it.
    /// </summary>
    /// <returns>One unit vector a text, and the tokens that were read.</returns>
    public static Task<GeneratedEmbeddings<Embedding<float>>> EmbedForeignAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken = default) =>
        generator.GenerateAsync(texts, OptionsFor(EmbeddingPurpose.Foreign), cancellationToken);

    /// <summary>Keeps the vectors of lines in a file, so that a sheet that is read again costs its changed lines only.</summary>
    /// <param name="generator">Computes what the file lacks; disposed with the result.</param>
    /// <param name="path">The file; made where it is missing.</param>
    /// <param name="maxEntries">Vectors to keep, see <see cref="EmbeddingOptions.CacheEntries"/>; 0: no cache.</param>
    /// <param name="logger">Told when the file cannot be used; embedding goes on without it.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> WithCache(
        this IEmbeddingGenerator<string, Embedding<float>> generator, string path, int maxEntries, ILogger logger) =>
        maxEntries == 0 ? generator : new CachingEmbeddingGenerator(generator, path, maxEntries, logger);

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
