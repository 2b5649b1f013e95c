using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Knowledge.Embedding.Caching;

/// <summary>
/// Computes each line of a sheet once: when a sheet is read again, only its changed lines cost anything. Questions go
/// through. The file is opened with the first lines, so that asking never touches it.
/// </summary>
internal sealed class CachingEmbeddingGenerator : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    // Raised when the key or the stored form changes; the model has its own version in the fingerprint.
    private const string Version = "1";

    private readonly Lazy<EmbeddingCache?> _cache;
    private readonly string _space;

    public CachingEmbeddingGenerator(
        IEmbeddingGenerator<string, Embedding<float>> inner, string path, int maxEntries, ILogger logger)
        : base(inner)
    {
        _cache = new Lazy<EmbeddingCache?>(() => EmbeddingCache.TryOpen(path, maxEntries, logger));
        _space = $"{Version}\n{inner.GetFingerprint()}\n";
    }

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options.GetPurpose() != EmbeddingPurpose.Document || _cache.Value is not { } cache)
        {
            return await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        }

        string[] texts = [.. values];
        byte[][] keys = [.. texts.Select(KeyOf)];
        float[]?[] known = cache.Find(keys);
        int[] missing = [.. Enumerable.Range(0, texts.Length).Where(i => known[i] is null)];
        var computed = missing.Length == 0
            ? []
            : await base.GenerateAsync(missing.Select(i => texts[i]), options, cancellationToken).ConfigureAwait(false);
        if (missing.Length > 0)
        {
            cache.Add([.. missing.Zip(computed, (i, embedding) => (keys[i], embedding.Vector))]);
        }

        var embeddings = new Embedding<float>[texts.Length];
        foreach ((int i, Embedding<float> embedding) in missing.Zip(computed))
        {
            embeddings[i] = embedding;
        }

        for (int i = 0; i < embeddings.Length; i++)
        {
            embeddings[i] ??= new Embedding<float>(known[i]!);
        }

        return new GeneratedEmbeddings<Embedding<float>>(embeddings) { Usage = computed.Usage };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _cache.IsValueCreated)
        {
            _cache.Value?.Dispose();
        }

        base.Dispose(disposing);
    }

    private byte[] KeyOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(_space + text));
}
