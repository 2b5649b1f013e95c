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

    /// <summary>The first and last row of each document that has entries in a table.</summary>
    public static Dictionary<long, (long First, long Last)> Load(SqliteSession session, TextTable table)
    {
        var ranges = new Dictionary<long, (long, long)>();
        using SqliteDataReader reader = session.Query($"SELECT document_id, min(id), max(id) FROM {table.Source} GROUP BY document_id");
        while (reader.Read())
        {
            ranges.Add(reader.GetInt64(0), (reader.GetInt64(1), reader.GetInt64(2)));
        }

        return ranges;
    }

    /// <summary>The rows of some documents.</summary>
    public static DocumentRanges Of(Dictionary<long, (long First, long Last)> ranges, IEnumerable<long> documents)
    {
        (long First, long Last)[] theirs = [.. documents.Where(ranges.ContainsKey).Select(document => ranges[document]).Order()];
        return new DocumentRanges([.. theirs.Select(range => range.First)], [.. theirs.Select(range => range.Last)]);
    }

    /// <summary>Whether a row is one of theirs.</summary>
    public bool Contains(long row)
    {
        int at = Array.BinarySearch(_firsts, row);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && row <= _lasts[at];
    }
}
