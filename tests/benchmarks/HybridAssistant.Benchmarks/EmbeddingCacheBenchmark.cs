using BenchmarkDotNet.Attributes;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Benchmarks;

/// <summary>256 lines of a sheet that is read again: computed, and taken from the cache.</summary>
[Config(typeof(ShortRuns))]
public class EmbeddingCacheBenchmark
{
    private const int Lines = 256;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("embedding-cache-");
    private readonly string[] _lines = SpecLines.Draw(seed: 1, Lines);
    private IEmbeddingGenerator<string, Embedding<float>> _embedder = null!;
    private IEmbeddingGenerator<string, Embedding<float>> _cached = null!;

    [GlobalSetup]
    public void Setup()
    {
        _embedder = SentenceEmbedderLoader.Load(
            new EmbeddingOptions(), new OnnxOptions { Device = "cpu", Threads = 1 }, NullLogger.Instance)!;
        _cached = _embedder.WithCache(Path.Combine(_folder.FullName, "embeddings.db"), 100_000, NullLogger.Instance);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _cached.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines, Description = "computed, a line")]
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> Compute() => _embedder.EmbedDocumentsAsync(_lines);

    [Benchmark(OperationsPerInvoke = Lines, Description = "from the cache, a line")]
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> TakeFromCache() => _cached.EmbedDocumentsAsync(_lines);
}
