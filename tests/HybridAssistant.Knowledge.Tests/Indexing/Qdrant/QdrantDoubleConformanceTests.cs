using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.QdrantDouble;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>The index on a double of the server, of one version.</summary>
public abstract class QdrantDoubleConformanceTests(string version, QdrantFusion fusion) : QdrantConformanceTests
{
    private QdrantDoubleServer? _server;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected override async Task<QdrantOptions> StartAsync()
    {
        _server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { Version = Version.Parse(version) });
        return new QdrantOptions { Address = _server.Address.ToString(), Collection = ThrowAwayCollections.NewName(), Exact = true, Fusion = fusion };
    }
}
