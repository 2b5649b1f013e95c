using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing.Vectors;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The vectors of one state of the index in memory, with what a filter needs to know of each row.</summary>
internal sealed class VectorCopy
{
    private readonly ImmutableArray<VectorRow> _rows;
    private readonly Dictionary<(long Document, long Generation), DocumentVectors> _documents;
    private readonly int _dimensions;
    private readonly SegmentedVectorScan _scan;

    private VectorCopy(Dictionary<(long, long), DocumentVectors> documents, int dimensions)
    {
        _documents = documents;
        _dimensions = dimensions;
        _rows = [.. documents.Values.SelectMany(document => document.Rows)];
        _scan = new SegmentedVectorScan(dimensions, [.. documents.Values.Select(document => document.Segment)]);
    }

    /// <summary>Reads the vectors that a session sees; documents that an earlier copy holds unchanged are shared with it.</summary>
    public static VectorCopy Load(SqliteSession session, ImmutableArray<DocumentRow> documents, VectorCopy? earlier)
    {
        int dimensions = Dimensions(session);
        var loaded = new Dictionary<(long, long), DocumentVectors>(documents.Length);
        foreach (DocumentRow document in documents.Where(_ => dimensions > 0))
        {
            var key = (document.Id, document.Generation);
            DocumentVectors vectors = earlier?._dimensions == dimensions && earlier._documents.TryGetValue(key, out DocumentVectors? held)
                ? held
                : DocumentVectors.Load(session, document.Id, dimensions);
            loaded.Add(key, vectors);
        }

        return new VectorCopy(loaded, dimensions);
    }

    /// <summary>The rows nearest to a query within a scope.</summary>
    public IEnumerable<(VectorRow Row, float Score)> Search(ReadOnlySpan<float> query, EntryScope scope, EntryKinds kinds, int limit)
    {
        if (_rows.IsEmpty)
        {
            return [];
        }

        ulong[] allowed = scope.IsAll && kinds == EntryKinds.All ? [] : Mask(scope, kinds);
        return _scan.Search(query, allowed, limit).Select(hit => (_rows[hit.Row], hit.Score));
    }

    /// <summary>Length of the vectors that a session sees; 0 where there are none.</summary>
    public static int Dimensions(SqliteSession session) => (int)(session.Number(
        "SELECT length(vector) FROM (SELECT vector FROM fact_vectors UNION ALL SELECT vector FROM passage_vectors) LIMIT 1") / sizeof(float));

    private ulong[] Mask(EntryScope scope, EntryKinds kinds)
    {
        ulong[] mask = new ulong[(_rows.Length + 63) / 64];
        for (int row = 0; row < _rows.Length; row++)
        {
            VectorRow entry = _rows[row];
            bool isAllowed = (kinds & entry.Kind) != 0
                && (entry.Kind == EntryKinds.Facts
                    ? scope.AllowsFact(entry.Document, entry.ProductKey, entry.QuantityKind)
                    : scope.AllowsPassage(entry.Document));
            mask[row >> 6] |= isAllowed ? 1UL << (row & 63) : 0;
        }

        return mask;
    }

    private sealed record Held(ImmutableArray<VectorRow> Rows, VectorSegment Vectors);
}
