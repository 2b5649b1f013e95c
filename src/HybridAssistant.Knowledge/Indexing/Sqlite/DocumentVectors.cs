using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HybridAssistant.Knowledge.Indexing.Vectors;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The vectors of one document, and what stands behind each.</summary>
/// <param name="Rows">Facts, then passages, in order of appearance.</param>
/// <param name="Segment">Their vectors, in the same order.</param>
internal sealed record DocumentVectors(ImmutableArray<VectorRow> Rows, VectorSegment Segment)
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

    /// <summary>Reads the vectors of a document.</summary>
    public static DocumentVectors Load(SqliteSession session, long document, int dimensions)
    {
        var rows = ImmutableArray.CreateBuilder<VectorRow>();
        var vectors = new List<float>();
        var products = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[] bytes = new byte[dimensions * sizeof(float)];
        using (SqliteDataReader reader = session.Query(FactVectors, ("$document", document)))
        {
            while (reader.Read())
            {
                string product = reader.GetString(2);
                // A sheet names few products many times: one string each.
                if (!products.TryGetValue(product, out string? held))
                {
                    products.Add(product, held = product);
                }

                rows.Add(new VectorRow(EntryKinds.Facts, reader.GetInt64(0), document, held, RowReader.Text(reader, 3)));
                Append(reader);
            }
        }

        using (SqliteDataReader reader = session.Query(PassageVectors, ("$document", document)))
        {
            while (reader.Read())
            {
                rows.Add(new VectorRow(EntryKinds.Passages, reader.GetInt64(0), document, "", null));
                Append(reader);
            }
        }

        return new DocumentVectors(rows.ToImmutable(), VectorSegment.Create(CollectionsMarshal.AsSpan(vectors), dimensions));

        void Append(SqliteDataReader reader)
        {
            long length = reader.GetBytes(1, 0, bytes, 0, bytes.Length);
            vectors.AddRange(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, (int)length)));
        }
    }
}
