using HybridAssistant.QdrantDouble;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Servers;

/// <summary>One double a version, started when it is first asked for and shared by the tests of a class.</summary>
public sealed class QdrantDoubles : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, QdrantDoubleServer> _servers = new(StringComparer.Ordinal);

    /// <summary>The double of a version.</summary>
    public async Task<QdrantDoubleServer> OfVersionAsync(string version, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_servers.TryGetValue(version, out QdrantDoubleServer? server))
            {
                server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { Version = Version.Parse(version) }, cancellationToken);
                _servers.Add(version, server);
            }

            return server;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (QdrantDoubleServer server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        _turn.Dispose();
    }
}
