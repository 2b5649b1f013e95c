using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>
/// The row ids of some documents' entries. A document is written in one go, so that its rows lie between its first and
/// its last, and no other's between them.
/// </summary>
internal sealed class DocumentRanges
{
    private readonly long[] _firsts;
    private readonly long[] _lasts;

    private DocumentRanges(long[] firsts, long[] lasts)
    {
        _firsts = firsts;
        _lasts = lasts;
    }

    /// <summary>All rows.</summary>
    public static DocumentRanges All { get; } = new([0], [long.MaxValue]);

    /// <summary>The rows of documents in one of the entry tables.</summary>
    public static DocumentRanges Of(SqliteSession session, TextTable table, IEnumerable<long> documents)
    {
        var ranges = new List<(long First, long Last)>();
        foreach (long document in documents)
        {
            using SqliteDataReader reader = session.Query(
                $"SELECT min(id), max(id) FROM {table.Source} WHERE document_id = $document", ("$document", document));
            if (reader.Read() && !reader.IsDBNull(0))
            {
                ranges.Add((reader.GetInt64(0), reader.GetInt64(1)));
            }
        }

        ranges.Sort();
        return new DocumentRanges([.. ranges.Select(range => range.First)], [.. ranges.Select(range => range.Last)]);
    }

    /// <summary>Whether a row is one of theirs.</summary>
    public bool Contains(long row)
    {
        int at = Array.BinarySearch(_firsts, row);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && row <= _lasts[at];
    }
}
