using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Embedding;

/// <summary>The shipped model, opened once for all tests of a class.</summary>
public sealed class EmbedderFixture : IDisposable
{
    internal SentenceEmbedder Embedder { get; } = (SentenceEmbedder)SentenceEmbedderLoader.Load(
        new EmbeddingOptions(), new OnnxOptions { Device = "cpu", Threads = 1 }, NullLogger.Instance)!;

    public void Dispose() => Embedder.Dispose();
}
