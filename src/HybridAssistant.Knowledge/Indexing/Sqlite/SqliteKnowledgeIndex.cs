using HybridAssistant.Core.Sheets;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>
/// The embedded index: one SQLite file in WAL mode. Any number of processes read and write it; each document is
/// replaced in one transaction, so that a kill at any moment leaves the last complete state.
/// </summary>
public sealed class SqliteKnowledgeIndex : IKnowledgeIndex
{
    private readonly SqliteIndexOptions _options;
    private readonly IndexReaders _readers;
    private readonly IndexWriter _writer;

    private SqliteKnowledgeIndex(SqliteIndexOptions options, IndexReaders readers, IndexWriter writer)
    {
        _options = options;
        _readers = readers;
        _writer = writer;
    }

    /// <summary>Opens the index, and makes it where it is missing.</summary>
    /// <exception cref="IndexFormatException">The file has another format.</exception>
    /// <exception cref="EmbedderMismatchException">Its vectors were made by another model than the configured one.</exception>
    /// <exception cref="KnowledgeIndexException">The file is damaged or no index.</exception>
    public static SqliteKnowledgeIndex Open(SqliteIndexOptions options, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!);
        var readers = new IndexReaders(options);
        SqliteSession? session = null;
        try
        {
            session = SqliteSession.Open(options.Path, options.LockTimeout);
            IndexSchema.Ensure(session, options.Path);
            readers.RequireReadableEmbedder(session);
            return new SqliteKnowledgeIndex(options, readers, new IndexWriter(session, options, time));
        }
        catch (SqliteException exception) when (IndexDamage.Is(exception))
        {
            session?.Dispose();
            throw IndexDamage.Describe(options.Path, exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IndexInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = _readers.Open();
        SqliteSession session = snapshot.Session;
        return new IndexInfo(
            Path.GetFullPath(_options.Path),
            IndexSchema.FormatVersion,
            snapshot.Version,
            snapshot.Documents.Count,
            snapshot.Documents.Count(document => document.SupersededBy is not null),
            (int)session.Number("SELECT count(*) FROM facts"),
            (int)session.Number("SELECT count(*) FROM passages"),
            (int)session.Number("SELECT count(*) FROM codes WHERE composed = 0"),
            snapshot.View.EmbedderFingerprint,
            VectorCopy.Dimensions(session));
    }

    /// <inheritdoc/>
    public Task<SheetChange> ReplaceAsync(IndexedSheet sheet, CancellationToken cancellationToken = default)
    {
        IndexedSheetRules.Check(sheet);
        return _writer.ReplaceAsync(sheet, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string document, CancellationToken cancellationToken = default) =>
        _writer.RemoveAsync(document, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexedDocument>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = _readers.Open();
        return snapshot.Documents;
    }

    /// <inheritdoc/>
    public async Task<SpecSheet?> FindAsync(string document, CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = _readers.Open();
        return SheetLoader.Load(snapshot.Session, document);
    }

    /// <inheritdoc/>
    public async Task<IndexedSheet?> ExportAsync(string document, CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = _readers.Open();
        return SheetExporter.Export(snapshot.Session, snapshot.View, document);
    }

    /// <inheritdoc/>
    public async Task<SheetChange?> FindLastChangeAsync(string document, CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = _readers.Open();
        return ChangeTable.Read(snapshot.Session, document);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // FTS5's own check trusts what its connection remembers from before other connections' commits, and then reports
        // corruption where there is none (SQLite 3.53.4; its searches do look again). A new connection remembers nothing.
        try
        {
            using SqliteSession session = SqliteSession.Open(_options.Path, _options.LockTimeout);
            session.Execute("BEGIN");
            IndexView view = IndexView.Load(session, IndexView.ReadGeneration(session), previous: null);
            return Task.FromResult(IndexVerifier.Verify(session, view, cancellationToken));
        }
        catch (SqliteException exception) when (IndexDamage.Is(exception))
        {
            return Task.FromResult<IReadOnlyList<string>>([IndexDamage.Describe(_options.Path, exception).Message]);
        }
    }

    /// <inheritdoc/>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IndexBackup.Write(_options, path);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IKnowledgeSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IKnowledgeSnapshot>(_readers.Open());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
    }
}
