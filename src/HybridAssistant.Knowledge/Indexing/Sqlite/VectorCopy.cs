using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HybridAssistant.Knowledge.Indexing.Vectors;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The vectors of one state of the index in memory, with what a filter needs to know of each row.</summary>
internal sealed class VectorCopy
{
    private const string FactVectors =
        """
        SELECT v.id, v.vector, f.product_key, f.typed_kind
        FROM facts f JOIN fact_vectors v ON v.id = f.id WHERE f.document_id = $document ORDER BY f.ordinal
        """;

    private const string PassageVectors =
        """
        SELECT v.id, v.vector
        FROM passages p JOIN passage_vectors v ON v.id = p.id WHERE p.document_id = $document ORDER BY p.ordinal
        """;

    private readonly ImmutableArray<VectorRow> _rows;
    private readonly Dictionary<(long Document, long Generation), Range> _segments;
    private readonly float[] _vectors;
    private readonly int _dimensions;
    private readonly IVectorScan _scan;

    private VectorCopy(
        ImmutableArray<VectorRow> rows, Dictionary<(long, long), Range> segments, float[] vectors, int dimensions)
    {
        _rows = rows;
        _segments = segments;
        _vectors = vectors;
        _dimensions = dimensions;
        _scan = new DotProductScan(vectors, dimensions);
    }

    /// <summary>Reads the vectors that a session sees; documents that an earlier copy holds unchanged are copied in memory.</summary>
    public static VectorCopy Load(SqliteSession session, ImmutableArray<DocumentRow> documents, VectorCopy? earlier)
    {
        long count = session.Number("SELECT count(*) FROM fact_vectors") + session.Number("SELECT count(*) FROM passage_vectors");
        var rows = ImmutableArray.CreateBuilder<VectorRow>((int)count);
        var segments = new Dictionary<(long, long), Range>(documents.Length);
        int dimensions = Dimensions(session);
        float[] vectors = new float[count * dimensions];
        foreach (DocumentRow document in documents)
        {
            int first = rows.Count;
            var key = (document.Id, document.Generation);
            if (earlier is not null && earlier._dimensions == dimensions && earlier._segments.TryGetValue(key, out Range held))
            {
                (int heldFirst, int heldCount) = held.GetOffsetAndLength(earlier._rows.Length);
                rows.AddRange(earlier._rows.AsSpan(heldFirst, heldCount));
                earlier._vectors.AsSpan(heldFirst * dimensions, heldCount * dimensions).CopyTo(vectors.AsSpan(first * dimensions));
            }
            else
            {
                Read(session, FactVectors, EntryKinds.Facts, document.Id, rows, vectors, dimensions);
                Read(session, PassageVectors, EntryKinds.Passages, document.Id, rows, vectors, dimensions);
            }

            segments.Add(key, first..rows.Count);
        }

        return new VectorCopy(rows.ToImmutable(), segments, vectors, dimensions);
    }

    /// <summary>The rows nearest to a query within a scope.</summary>
    public IEnumerable<(VectorRow Row, float Score)> Search(ReadOnlySpan<float> query, EntryScope scope, EntryKinds kinds, int limit)
    {
        ulong[] allowed = scope.IsAll && kinds == EntryKinds.All ? [] : Mask(scope, kinds);
        return _scan.Search(query, allowed, limit).Select(hit => (_rows[hit.Row], hit.Score));
    }

    /// <summary>Length of the vectors that a session sees; 0 where there are none.</summary>
    public static int Dimensions(SqliteSession session) => (int)(session.Number(
        "SELECT length(vector) FROM (SELECT vector FROM fact_vectors UNION ALL SELECT vector FROM passage_vectors) LIMIT 1") / sizeof(float));

    private static void Read(
        SqliteSession session, string sql, EntryKinds kind, long document,
        ImmutableArray<VectorRow>.Builder rows, float[] vectors, int dimensions)
    {
        using SqliteDataReader reader = session.Query(sql, ("$document", document));
        byte[] bytes = new byte[dimensions * sizeof(float)];
        while (reader.Read())
        {
            reader.GetBytes(1, 0, bytes, 0, bytes.Length);
            bytes.CopyTo(MemoryMarshal.AsBytes(vectors.AsSpan(rows.Count * dimensions, dimensions)));
            bool isFact = kind == EntryKinds.Facts;
            rows.Add(new VectorRow(
                kind, reader.GetInt64(0), document, isFact ? reader.GetString(2) : "", isFact ? RowReader.Text(reader, 3) : null));
        }
    }

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
}
