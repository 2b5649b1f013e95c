using System.Globalization;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Changes;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The writing side of one index file: one transaction a document, one at a time.</summary>
internal sealed class IndexWriter(SqliteSession session, SqliteIndexOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isDisposed;

    /// <summary>Replaces a document by its new content.</summary>
    /// <exception cref="EmbedderMismatchException">The other documents' vectors were made by another model.</exception>
    public Task<SheetChange> ReplaceAsync(IndexedSheet sheet, CancellationToken cancellationToken) =>
        WriteAsync(generation => Replace(sheet, generation), cancellationToken);

    /// <summary>Removes a document.</summary>
    /// <returns>False where there was none of that name.</returns>
    public Task<bool> RemoveAsync(string document, CancellationToken cancellationToken) =>
        WriteAsync(_ => Remove(document), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        if (!_isDisposed)
        {
            _isDisposed = true;
            session.Dispose();
        }

        _turn.Release();
    }

    private SheetChange Replace(IndexedSheet sheet, long generation)
    {
        AdoptEmbedder(sheet);
        string document = sheet.Sheet.Document;
        DateTimeOffset now = time.GetUtcNow();
        SpecSheet? before = SheetLoader.Load(session, document);
        var writer = new SheetWriter(session);
        if (before is not null)
        {
            writer.Remove(DocumentId(document));
        }

        writer.Insert(sheet, sheet.IndexedAt ?? now, generation);
        RevisionMarker.Mark(session, before?.Title, sheet.Sheet.Title);
        var change = new SheetChange(document, before is null, SheetComparer.Compare(before?.Facts ?? [], sheet.Sheet.Facts))
        {
            ChangedAt = now,
        };

        // A file that only moved leaves the last change of its content to be looked at.
        if (sheet.LastChange is not null || (before is not null && before.ContentHash != sheet.Sheet.ContentHash))
        {
            ChangeTable.Write(session, sheet.LastChange ?? change);
        }

        return change;
    }

    private bool Remove(string document)
    {
        if (session.Scalar("SELECT title FROM documents WHERE name = $name", ("$name", document)) is not string title)
        {
            return false;
        }

        new SheetWriter(session).Remove(DocumentId(document));
        session.Execute("DELETE FROM changes WHERE document = $document", ("$document", document));
        RevisionMarker.Mark(session, title);
        return true;
    }

    private async Task<T> WriteAsync<T>(Func<long, T> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return Write(write, cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new KnowledgeIndexException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The index '{options.Path}' was being written by another process for longer than {options.LockTimeout.TotalSeconds} s. Try again when it has finished."),
                exception);
        }
        catch (SqliteException exception) when (IndexDamage.Is(exception))
        {
            throw IndexDamage.Describe(options.Path, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private T Write<T>(Func<long, T> write, CancellationToken cancellationToken)
    {
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            long generation = IndexView.ReadGeneration(session) + 1;
            T result = write(generation);
            session.Execute("UPDATE meta SET value = $value WHERE key = 'generation'", ("$value", generation.ToString(CultureInfo.InvariantCulture)));
            cancellationToken.ThrowIfCancellationRequested();
            session.Execute("COMMIT");
            return result;
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }

    private long DocumentId(string document) =>
        session.Number("SELECT id FROM documents WHERE name = $name", ("$name", document));

    private void AdoptEmbedder(IndexedSheet sheet)
    {
        string? indexed = session.Scalar("SELECT value FROM meta WHERE key = 'embedder'") as string;
        if (indexed == sheet.EmbedderFingerprint)
        {
            return;
        }

        if (session.Number("SELECT count(*) FROM documents") > 0)
        {
            throw new EmbedderMismatchException(options.Path, indexed, sheet.EmbedderFingerprint);
        }

        session.Execute("INSERT OR REPLACE INTO meta VALUES ('embedder', $model)", ("$model", sheet.EmbedderFingerprint));
    }
}
