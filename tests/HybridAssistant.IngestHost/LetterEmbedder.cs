using Microsoft.Extensions.AI;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>A unit vector that counts the letters of a text.</summary>
public sealed class LetterEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(Count(value)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("letters", null, "counts", 26) : null;

    public void Dispose()
    {
    }

    private static float[] Count(string text)
    {
        float[] counts = new float[26];
        foreach (char c in text.ToUpperInvariant().Where(c => c is >= 'A' and <= 'Z'))
        {
            counts[c - 'A']++;
        }

        float length = MathF.Sqrt(counts.Sum(count => count * count));
        return [.. counts.Select(count => count / length)];
    }
}
