using System.Collections.Concurrent;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing.Contents;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>What every question needs of one committed state of the index, kept in memory until the next commit.</summary>
internal sealed class IndexView
{
    private readonly ConcurrentDictionary<TextTable, Dictionary<long, (long First, long Last)>> _rowsOfDocuments = new();

    private IndexView(long generation, string? embedder, ImmutableArray<DocumentRow> rows, VectorCopy? previousVectors)
    {
        Generation = generation;
        EmbedderFingerprint = embedder;
        Rows = rows;
        Documents = rows.Select(row => row.Document).ToImmutableArray();
        Version = SheetDigest.Version(rows.Select(row => row.Document.Digest));
        PreviousVectors = previousVectors;
    }

    /// <summary>Number of the commit.</summary>
    public long Generation { get; }

    /// <summary>Version of the content.</summary>
    public string Version { get; }

    /// <summary>The model that made the vectors; null: there are none.</summary>
    public string? EmbedderFingerprint { get; }

    /// <summary>The documents with their row ids, by name.</summary>
    public ImmutableArray<DocumentRow> Rows { get; }

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<IndexedDocument> Documents { get; }

    /// <summary>The vectors, once a question has needed them.</summary>
    public VectorCopy? Vectors { get; set; }

    /// <summary>The vectors of an earlier state, whose unchanged documents need not be read again.</summary>
    public VectorCopy? PreviousVectors { get; set; }

    /// <summary>The rows of each document in a table, read on first need inside the transaction of the session.</summary>
    public Dictionary<long, (long First, long Last)> RowsOfDocuments(SqliteSession session, TextTable table) =>
        _rowsOfDocuments.GetOrAdd(table, _ => DocumentRanges.Load(session, table));

    /// <summary>The number of the last commit that a session sees; fixes the state that its transaction reads.</summary>
    public static long ReadGeneration(SqliteSession session) =>
        long.Parse((string)session.Scalar("SELECT value FROM meta WHERE key = 'generation'")!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Loads the state that a session's transaction reads.</summary>
    public static IndexView Load(SqliteSession session, long generation, IndexView? previous) =>
        new(
            generation,
            session.Scalar("SELECT value FROM meta WHERE key = 'embedder'") as string,
            DocumentRow.LoadAll(session),
            previous?.Vectors ?? previous?.PreviousVectors);
}
