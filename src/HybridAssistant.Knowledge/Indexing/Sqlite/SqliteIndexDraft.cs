using HybridAssistant.Knowledge.Indexing.Rebuilding;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>A new index file beside the one in use, whose content takes the other's place in one transaction.</summary>
internal sealed class SqliteIndexDraft : IIndexDraft
{
    private readonly SqliteIndexOptions _live;
    private readonly string _aside;
    private readonly SqliteKnowledgeIndex _index;

    private SqliteIndexDraft(SqliteIndexOptions live, string aside, SqliteKnowledgeIndex index)
    {
        _live = live;
        _aside = aside;
        _index = index;
    }

    /// <inheritdoc/>
    public IKnowledgeIndex Index => _index;

    /// <summary>Begins an empty file.</summary>
    public static SqliteIndexDraft Begin(SqliteIndexOptions live, TimeProvider time)
    {
        string aside = live.Path + ".rebuild";
        Discard(aside);
        return new SqliteIndexDraft(live, aside, SqliteKnowledgeIndex.Open(live with { Path = aside }, time));
    }

    /// <inheritdoc/>
    public async Task PublishAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _index.DisposeAsync().ConfigureAwait(false);
        IndexReplacement.Publish(_aside, _live.Path, _live.LockTimeout);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _index.DisposeAsync().ConfigureAwait(false);
        Discard(_aside);
    }

    private static void Discard(string path)
    {
        foreach (string suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }
}
