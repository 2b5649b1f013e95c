using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Indexing;

/// <summary>Opens the index that the settings lead to, of whatever kind; all of one server share a connection.</summary>
public sealed class KnowledgeIndexes : IDisposable
{
    private readonly HybridAssistantOptions _settings;
    private readonly TimeProvider _time;
    private readonly Lazy<QdrantConnection> _connection;

    /// <summary>Over the settings; nothing is opened yet.</summary>
    public KnowledgeIndexes(
        IOptions<HybridAssistantOptions> settings, IOptions<IndexOptions> index, IOptions<QdrantOptions> qdrant, TimeProvider time, ILoggerFactory loggers)
    {
        _settings = settings.Value;
        _time = time;
        Configured = index.Value.Kind;
        _connection = new Lazy<QdrantConnection>(() => QdrantConnection.Open(qdrant.Value, time, loggers.CreateLogger("HybridAssistant.Qdrant")));
    }

    /// <summary>What the setting Index:Provider says.</summary>
    public IndexProvider Configured { get; }

    /// <summary>
    /// Path of the writers' lock. It guards the stored documents: with an index file they are its data folder's; those of a
    /// server's index are shared by all hosts, and so must the lock be.
    /// </summary>
    public string LockPath => Configured == IndexProvider.Sqlite
        ? _settings.IndexPath + ".lock"
        : Path.Combine(_settings.DocumentsPath, ".writer.lock");

    /// <summary>Opens an index.</summary>
    /// <param name="provider">What it is kept in.</param>
    /// <param name="embedderFingerprint">The configured embedding model; null: none, or whatever made the index.</param>
    /// <exception cref="KnowledgeIndexException">It cannot be opened. A server is not asked before the index is used.</exception>
    public IKnowledgeIndex Open(IndexProvider provider, string? embedderFingerprint) => provider == IndexProvider.Sqlite
        ? SqliteKnowledgeIndex.Open(Sqlite(embedderFingerprint), _time)
        : new QdrantKnowledgeIndex(_connection.Value, embedderFingerprint, _time);

    /// <summary>Makes the configured index anew.</summary>
    /// <param name="embedderFingerprint">The configured embedding model; null: none.</param>
    /// <param name="lockTimeout">How long to wait for a writer of the index file.</param>
    public IIndexReplacer Replacer(string? embedderFingerprint, TimeSpan lockTimeout) => Configured == IndexProvider.Sqlite
        ? new SqliteIndexReplacer(Sqlite(embedderFingerprint) with { LockTimeout = lockTimeout }, _time)
        : new QdrantIndexReplacer(_connection.Value, embedderFingerprint, _time);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    private SqliteIndexOptions Sqlite(string? embedderFingerprint) => new() { Path = _settings.IndexPath, EmbedderFingerprint = embedderFingerprint };
}
