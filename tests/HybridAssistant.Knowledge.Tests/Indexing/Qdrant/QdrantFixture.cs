using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.QdrantDouble;
using HybridAssistant.QdrantDouble.Calls;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>A double of the server with a connection to it.</summary>
internal sealed class QdrantFixture : IAsyncDisposable
{
    private QdrantFixture(QdrantDoubleServer server, QdrantConnection connection)
    {
        Server = server;
        Connection = connection;
    }

    public QdrantDoubleServer Server { get; }

    public QdrantConnection Connection { get; }

    public static async Task<QdrantFixture> StartAsync(QdrantDoubleOptions? server = null, Action<QdrantOptions>? change = null)
    {
        QdrantDoubleServer started = await QdrantDoubleServer.StartAsync(server);
        var options = new QdrantOptions { Address = started.Address.ToString(), Exact = true };
        change?.Invoke(options);
        return new QdrantFixture(started, QdrantConnection.Open(options, TimeProvider.System, NullLogger.Instance, seed: 1));
    }

    public QdrantKnowledgeIndex Open(string? embedderFingerprint = null, TimeSpan ahead = default) =>
        new(Connection, embedderFingerprint, ahead == default ? TimeProvider.System : new ShiftedTime(ahead));

    /// <summary>Makes every call from one on fail for good, as for a writer that has crashed.</summary>
    /// <param name="after">Calls that still get through.</param>
    public void Crash(int after) => Server.Inject(new QdrantFault { After = after, Times = 1_000_000, Status = Grpc.Core.StatusCode.Aborted });

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await Server.DisposeAsync();
    }
}
