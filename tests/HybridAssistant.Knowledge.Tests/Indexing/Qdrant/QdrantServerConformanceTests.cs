using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>The index on a real server: that of the environment variable QDRANT_URL, with the key of QDRANT_API_KEY if it asks for one.</summary>
public sealed class QdrantServerConformanceTests : QdrantConformanceTests
{
    private protected override Task<QdrantOptions> StartAsync()
    {
        string? address = Environment.GetEnvironmentVariable("QDRANT_URL");
        Assert.SkipUnless(address is { Length: > 0 }, "QDRANT_URL is not set: no real server to test against.");
        return Task.FromResult(new QdrantOptions
        {
            Address = address!,
            ApiKey = Environment.GetEnvironmentVariable("QDRANT_API_KEY"),
            Collection = ThrowAwayCollections.NewName(),
            Exact = true,
        });
    }
}
