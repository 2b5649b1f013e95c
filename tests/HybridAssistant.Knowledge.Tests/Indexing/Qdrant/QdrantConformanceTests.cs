using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>The index on a Qdrant server, whichever.</summary>
public abstract class QdrantConformanceTests : KnowledgeIndexConformanceTests, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hybrid-qdrant-");
    private QdrantConnection? _connection;

    private protected QdrantConnection Connection => _connection!;

    public async ValueTask InitializeAsync()
    {
        QdrantOptions options = await StartAsync();
        _connection = QdrantConnection.Open(options, TimeProvider.System, NullLogger.Instance, seed: 1);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await ThrowAwayCollections.RemoveAsync(_connection);
            _connection.Dispose();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts or finds the server.</summary>
    private protected abstract Task<QdrantOptions> StartAsync();

    private protected override IKnowledgeIndex Open(string? embedderFingerprint = null) =>
        new QdrantKnowledgeIndex(Connection, embedderFingerprint, TimeProvider.System);

    private protected override async Task CheckBackupAsync(IKnowledgeIndex index)
    {
        string copy = Path.Combine(_folder.FullName, "backup", "copy.db");

        await index.BackupAsync(copy, Cancel);

        Assert.Equal(["copy.db"], Directory.GetFiles(Path.GetDirectoryName(copy)!).Select(Path.GetFileName));
        await using IKnowledgeIndex opened = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = copy }, TimeProvider.System);
        Assert.Equal((await index.GetInfoAsync(Cancel)).ContentVersion, (await opened.GetInfoAsync(Cancel)).ContentVersion);
        Assert.Empty(await opened.VerifyAsync(Cancel));
        await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.BackupAsync(copy, Cancel));
    }
}
