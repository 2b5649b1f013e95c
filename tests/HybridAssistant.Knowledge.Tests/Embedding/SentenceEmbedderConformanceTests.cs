using Microsoft.Extensions.AI;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class SentenceEmbedderConformanceTests(EmbedderFixture fixture)
    : EmbeddingGeneratorConformanceTests, IClassFixture<EmbedderFixture>
{
    protected override IEmbeddingGenerator<string, Embedding<float>> Generator => fixture.Embedder;
}
