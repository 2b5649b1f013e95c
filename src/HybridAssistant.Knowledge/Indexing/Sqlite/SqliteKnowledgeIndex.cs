using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Changes;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>
/// The embedded index: one SQLite file in WAL mode. Any number of processes read and write it; each document is
/// replaced in one transaction, so that a kill at any moment leaves the last complete state.
/// </summary>
public sealed class SqliteKnowledgeIndex : IKnowledgeIndex
{
    private readonly SqliteIndexOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SemaphoreSlim _writerTurn = new(1, 1);
    private readonly Lock _loading = new();
    private readonly SqliteSession _writer;
    private IndexView? _view;
    private bool _isDisposed;

    private SqliteKnowledgeIndex(SqliteIndexOptions options, TimeProvider time, SqliteSession writer)
    {
        _options = options;
        _time = time;
        _writer = writer;
    }

    /// <summary>Opens the index, and makes it where it is missing.</summary>
    /// <exception cref="IndexFormatException">The file has another format.</exception>
    /// <exception cref="EmbedderMismatchException">Its vectors were made by another model than the configured one.</exception>
    /// <exception cref="KnowledgeIndexException">The file is damaged or no index.</exception>
    public static SqliteKnowledgeIndex Open(SqliteIndexOptions options, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!);
        try
        {
            SqliteSession writer = SqliteSession.Open(options.Path, options.LockTimeout);
            try
            {
                IndexSchema.Ensure(writer, options.Path);
                var index = new SqliteKnowledgeIndex(options, time, writer);
                index.RequireReadableEmbedder(writer);
                return index;
            }
            catch
            {
                writer.Dispose();
                throw;
            }
        }
        catch (SqliteException exception) when (IsDamage(exception))
        {
            throw Damaged(options.Path, exception);
        }
    }

    /// <inheritdoc/>
    public async Task<IndexInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = Open();
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
        return WriteAsync(
            generation =>
            {
                AdoptEmbedder(sheet);
                string document = sheet.Sheet.Document;
                DateTimeOffset now = _time.GetUtcNow();
                SpecSheet? before = SheetLoader.Load(_writer, document);
                var writer = new SheetWriter(_writer);
                if (before is not null)
                {
                    writer.Remove(DocumentId(document));
                }

                writer.Insert(sheet, now, generation);
                RevisionMarker.Mark(_writer, before?.Title, sheet.Sheet.Title);
                var change = new SheetChange(document, before is null, SheetComparer.Compare(before?.Facts ?? [], sheet.Sheet.Facts))
                {
                    ChangedAt = now,
                };
                // A file that only moved leaves the last change of its content to be looked at.
                if (before is not null && before.ContentHash != sheet.Sheet.ContentHash)
                {
                    Remember(change);
                }

                return change;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string document, CancellationToken cancellationToken = default) =>
        WriteAsync(
            _ =>
            {
                if (_writer.Scalar("SELECT title FROM documents WHERE name = $name", ("$name", document)) is not string title)
                {
                    return false;
                }

                new SheetWriter(_writer).Remove(DocumentId(document));
                _writer.Execute("DELETE FROM changes WHERE document = $document", ("$document", document));
                RevisionMarker.Mark(_writer, title);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexedDocument>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = Open();
        return snapshot.Documents;
    }

    /// <inheritdoc/>
    public async Task<SpecSheet?> FindAsync(string document, CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = Open();
        return SheetLoader.Load(snapshot.Session, document);
    }

    /// <inheritdoc/>
    public async Task<SheetChange?> FindLastChangeAsync(string document, CancellationToken cancellationToken = default)
    {
        await using SqliteSnapshot snapshot = Open();
        using SqliteDataReader reader = snapshot.Session.Query(
            "SELECT changed_at, facts FROM changes WHERE document = $document", ("$document", document));
        return reader.Read()
            ? new SheetChange(document, IsNew: false, [.. JsonSerializer.Deserialize<FactChange[]>(reader.GetString(1))!])
            {
                ChangedAt = DateTimeOffset.ParseExact(reader.GetString(0), "O", CultureInfo.InvariantCulture),
            }
            : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // FTS5's own check trusts what its connection remembers from before other connections' commits, and then reports
        // corruption where there is none (SQLite 3.53.4; its searches do look again). A new connection remembers nothing.
        using SqliteSession session = SqliteSession.Open(_options.Path, _options.LockTimeout);
        session.Execute("BEGIN");
        IndexView view = IndexView.Load(session, IndexView.ReadGeneration(session), previous: null);
        return Task.FromResult(IndexVerifier.Verify(session, view, cancellationToken));
    }

    /// <inheritdoc/>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        string target = Path.GetFullPath(path);
        if (File.Exists(target))
        {
            throw new KnowledgeIndexException($"The backup file '{target}' exists. Name another file, or remove this one first.");
        }

        // Copied beside the target and renamed, so that a backup that was cut off is never taken for a whole one.
        string unfinished = target + ".unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(unfinished);
        using (SqliteSession source = SqliteSession.Open(_options.Path, _options.LockTimeout))
        using (SqliteSession copy = SqliteSession.Open(unfinished, _options.LockTimeout))
        {
            source.BackupTo(copy);
            // A single file, as a backup is expected to be.
            copy.Execute("PRAGMA journal_mode = DELETE");
        }

        File.Move(unfinished, target);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IKnowledgeSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IKnowledgeSnapshot>(Open());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writerTurn.WaitAsync().ConfigureAwait(false);
        if (!_isDisposed)
        {
            _isDisposed = true;
            while (_readers.TryTake(out SqliteSession? reader))
            {
                reader.Dispose();
            }

            _writer.Dispose();
        }

        _writerTurn.Release();
    }

    /// <summary>Whether SQLite found the file damaged, or no database.</summary>
    internal static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT;

    /// <summary>Says what to do about a damaged file.</summary>
    internal static KnowledgeIndexException Damaged(string path, SqliteException exception) => new(
        $"The index '{path}' is damaged or no index ({exception.Message}). Run 'hybrid index rebuild' to make it anew from the stored documents.",
        exception);

    /// <summary>Path of the file.</summary>
    internal string Location => _options.Path;

    /// <summary>Lines of a text index up to which all are ranked.</summary>
    internal int RankAllUpTo => _options.RankAllUpTo;

    /// <summary>Takes back the session of a snapshot.</summary>
    internal void Return(SqliteSession session)
    {
        if (_isDisposed)
        {
            session.Dispose();
        }
        else
        {
            _readers.Add(session);
        }
    }

    /// <summary>The vectors of a view, read on first need inside the transaction of the session.</summary>
    internal VectorCopy Vectors(IndexView view, SqliteSession session)
    {
        lock (view)
        {
            view.Vectors ??= VectorCopy.Load(session, view.Rows, view.PreviousVectors);
            view.PreviousVectors = null;
            return view.Vectors;
        }
    }

    private SqliteSnapshot Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        SqliteSession session = _readers.TryTake(out SqliteSession? pooled) ? pooled : SqliteSession.Open(_options.Path, _options.LockTimeout);
        try
        {
            session.Execute("BEGIN");
            long generation = IndexView.ReadGeneration(session);
            return new SqliteSnapshot(this, session, View(session, generation));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private IndexView View(SqliteSession session, long generation)
    {
        IndexView? held = Volatile.Read(ref _view);
        if (held?.Generation == generation)
        {
            return held;
        }

        lock (_loading)
        {
            if (_view?.Generation == generation)
            {
                return _view;
            }

            RequireReadableEmbedder(session);
            IndexView loaded = IndexView.Load(session, generation, _view);
            if (_view is null || _view.Generation < generation)
            {
                Volatile.Write(ref _view, loaded);
            }

            return loaded;
        }
    }

    private async Task<T> WriteAsync<T>(Func<long, T> write, CancellationToken cancellationToken)
    {
        await _writerTurn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _writer.Execute("BEGIN IMMEDIATE");
            try
            {
                long generation = IndexView.ReadGeneration(_writer) + 1;
                T result = write(generation);
                _writer.Execute("UPDATE meta SET value = $value WHERE key = 'generation'", ("$value", generation.ToString(CultureInfo.InvariantCulture)));
                cancellationToken.ThrowIfCancellationRequested();
                _writer.Execute("COMMIT");
                return result;
            }
            catch
            {
                _writer.Rollback();
                throw;
            }
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new KnowledgeIndexException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The index '{_options.Path}' was being written by another process for longer than {_options.LockTimeout.TotalSeconds} s. Try again when it has finished."),
                exception);
        }
        finally
        {
            _writerTurn.Release();
        }
    }

    private long DocumentId(string document) =>
        _writer.Number("SELECT id FROM documents WHERE name = $name", ("$name", document));

    private void Remember(SheetChange change) => _writer.Execute(
        "INSERT OR REPLACE INTO changes VALUES ($document, $at, $facts)",
        ("$document", change.Document),
        ("$at", change.ChangedAt.ToString("O", CultureInfo.InvariantCulture)),
        ("$facts", JsonSerializer.Serialize(change.Facts)));

    // Reading without a model is possible, lexically; reading with another model would compare unlike vectors.
    private void RequireReadableEmbedder(SqliteSession session)
    {
        string? indexed = session.Scalar("SELECT value FROM meta WHERE key = 'embedder'") as string;
        if (_options.EmbedderFingerprint is { } configured && configured != indexed && session.Number("SELECT count(*) FROM documents") > 0)
        {
            throw new EmbedderMismatchException(_options.Path, indexed, configured);
        }
    }

    private void AdoptEmbedder(IndexedSheet sheet)
    {
        string? indexed = _writer.Scalar("SELECT value FROM meta WHERE key = 'embedder'") as string;
        if (indexed == sheet.EmbedderFingerprint)
        {
            return;
        }

        if (_writer.Number("SELECT count(*) FROM documents") > 0)
        {
            throw new EmbedderMismatchException(_options.Path, indexed, sheet.EmbedderFingerprint);
        }

        _writer.Execute("INSERT OR REPLACE INTO meta VALUES ('embedder', $model)", ("$model", sheet.EmbedderFingerprint));
    }
}
