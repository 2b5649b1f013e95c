using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class CachingEmbeddingGeneratorConformanceTests
    : EmbeddingGeneratorConformanceTests, IClassFixture<EmbedderFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("embedding-cache-");

    public CachingEmbeddingGeneratorConformanceTests(EmbedderFixture fixture) => Generator = fixture.Embedder.WithCache(
        Path.Combine(_folder.FullName, "embedding-cache.db"), 1000, NullLogger.Instance);

    protected override IEmbeddingGenerator<string, Embedding<float>> Generator { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
