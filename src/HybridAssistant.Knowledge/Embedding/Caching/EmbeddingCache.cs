using System.Runtime.InteropServices;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Knowledge.Embedding.Caching;

/// <summary>
/// Vectors by the hash of what made them, in a SQLite file that several processes may share. Only a cache: whatever is
/// wrong with the file is logged, and the vectors are computed again.
/// </summary>
internal sealed class EmbeddingCache : IDisposable
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(1);

    private readonly SqliteSession _session;
    private readonly ILogger _logger;
    private readonly Lock _turn = new();

    private EmbeddingCache(SqliteSession session, ILogger logger)
    {
        _session = session;
        _logger = logger;
    }

    /// <summary>Opens the file, drops the oldest vectors beyond the limit, and starts over where the file is damaged.</summary>
    /// <returns>Null where no file can be had there.</returns>
    public static EmbeddingCache? TryOpen(string path, int maxEntries, ILogger logger)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return Open(path, maxEntries, logger);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteErrors.Corrupt or SqliteErrors.NotADatabase)
        {
            Log.EmbeddingCacheDamaged(logger, path, exception.Message);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.EmbeddingCacheUnavailable(logger, path, exception.Message);
            return null;
        }

        try
        {
            File.Delete(path);
            return Open(path, maxEntries, logger);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.EmbeddingCacheUnavailable(logger, path, exception.Message);
            return null;
        }
    }

    /// <returns>The vector of each key; null where there is none.</returns>
    public float[]?[] Find(IReadOnlyList<byte[]> keys)
    {
        var vectors = new float[]?[keys.Count];
        lock (_turn)
        {
            try
            {
                for (int i = 0; i < keys.Count; i++)
                {
                    vectors[i] = _session.Scalar("SELECT vector FROM vectors WHERE key = $key", ("$key", keys[i])) is byte[] bytes
                        ? MemoryMarshal.Cast<byte, float>(bytes).ToArray()
                        : null;
                }
            }
            catch (SqliteException exception)
            {
                Log.EmbeddingCacheFailed(_logger, exception.Message);
            }
        }

        return vectors;
    }

    /// <summary>Keeps vectors; those that are there already stay.</summary>
    public void Add(IReadOnlyList<(byte[] Key, ReadOnlyMemory<float> Vector)> entries)
    {
        lock (_turn)
        {
            try
            {
                _session.Execute("BEGIN IMMEDIATE");
                foreach ((byte[] key, ReadOnlyMemory<float> vector) in entries)
                {
                    _session.Execute(
                        "INSERT OR IGNORE INTO vectors (key, vector) VALUES ($key, $vector)",
                        ("$key", key), ("$vector", MemoryMarshal.AsBytes(vector.Span).ToArray()));
                }

                _session.Execute("COMMIT");
            }
            catch (SqliteException exception)
            {
                _session.Rollback();
                Log.EmbeddingCacheFailed(_logger, exception.Message);
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private static EmbeddingCache Open(string path, int maxEntries, ILogger logger)
    {
        var session = SqliteSession.Open(path, LockTimeout);
        try
        {
            session.Execute("CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL)");
            session.Execute(
                "DELETE FROM vectors WHERE id <= (SELECT max(id) FROM vectors) - $entries", ("$entries", maxEntries));
            return new EmbeddingCache(session, logger);
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
    }
}
