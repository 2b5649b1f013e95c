using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Loads one document with the vectors that were made of it, for another index.</summary>
internal static class SheetExporter
{
    private const string FactVectors =
        """
        SELECT v.vector FROM facts f JOIN documents d ON d.id = f.document_id LEFT JOIN fact_vectors v ON v.id = f.id
        WHERE d.name = $name ORDER BY f.id
        """;

    private const string PassageVectors =
        """
        SELECT v.vector FROM passages p JOIN documents d ON d.id = p.document_id LEFT JOIN passage_vectors v ON v.id = p.id
        WHERE d.name = $name ORDER BY p.id
        """;

    /// <summary>The document; null where there is none of that name.</summary>
    public static IndexedSheet? Export(SqliteSession session, IndexView view, string document)
    {
        if (view.Rows.FirstOrDefault(row => row.Document.Document == document)?.Document is not { } indexed
            || SheetLoader.Load(session, document) is not { } sheet)
        {
            return null;
        }

        bool hasVectors = view.EmbedderFingerprint is not null;
        return new IndexedSheet
        {
            Sheet = sheet,
            Origin = indexed.Origin,
            FactVectors = hasVectors ? LoadVectors(session, FactVectors, document) : [],
            PassageVectors = hasVectors ? LoadVectors(session, PassageVectors, document) : [],
            EmbedderFingerprint = view.EmbedderFingerprint,
            IndexedAt = indexed.IndexedAt,
            LastChange = ChangeTable.Read(session, document),
        };
    }

    // A doubtful fact is never searched and has no vector: its place holds an empty one.
    private static ImmutableArray<ReadOnlyMemory<float>> LoadVectors(SqliteSession session, string sql, string document)
    {
        using SqliteDataReader reader = session.Query(sql, ("$name", document));
        var vectors = ImmutableArray.CreateBuilder<ReadOnlyMemory<float>>();
        while (reader.Read())
        {
            vectors.Add(reader.IsDBNull(0) ? default : MemoryMarshal.Cast<byte, float>(reader.GetFieldValue<byte[]>(0)).ToArray());
        }

        return vectors.ToImmutable();
    }
}
