using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The reading side of one index file: pooled sessions, and the view of the last commit that they share.</summary>
internal sealed class IndexReaders(SqliteIndexOptions options) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _sessions = [];
    private readonly Lock _loading = new();
    private IndexView? _view;
    private volatile bool _isDisposed;

    /// <summary>Settings of the index.</summary>
    public SqliteIndexOptions Options => options;

    /// <summary>Opens a read transaction over the last committed content.</summary>
    /// <exception cref="EmbedderMismatchException">Another process rebuilt the index with another model.</exception>
    /// <exception cref="KnowledgeIndexException">The file is damaged.</exception>
    public SqliteSnapshot Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        SqliteSession? session = null;
        try
        {
            session = _sessions.TryTake(out SqliteSession? pooled) ? pooled : SqliteSession.Open(options.Path, options.LockTimeout);
            session.Execute("BEGIN");
            return new SqliteSnapshot(this, session, View(session, IndexView.ReadGeneration(session)));
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

    /// <summary>Takes back the session of a snapshot.</summary>
    public void Return(SqliteSession session)
    {
        if (_isDisposed)
        {
            session.Dispose();
        }
        else
        {
            _sessions.Add(session);
        }
    }

    /// <summary>The vectors of a view, read on first need inside the transaction of the session.</summary>
    public static VectorCopy Vectors(IndexView view, SqliteSession session)
    {
        lock (view)
        {
            view.Vectors ??= VectorCopy.Load(session, view.Rows, view.PreviousVectors);
            view.PreviousVectors = null;
            return view.Vectors;
        }
    }

    /// <summary>Refuses vectors of another model. Reading without a model is possible, by words.</summary>
    public void RequireReadableEmbedder(SqliteSession session)
    {
        string? indexed = session.Scalar("SELECT value FROM meta WHERE key = 'embedder'") as string;
        if (options.EmbedderFingerprint is { } configured && configured != indexed && session.Number("SELECT count(*) FROM documents") > 0)
        {
            throw new EmbedderMismatchException(options.Path, indexed, configured);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_sessions.TryTake(out SqliteSession? session))
        {
            session.Dispose();
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
}
