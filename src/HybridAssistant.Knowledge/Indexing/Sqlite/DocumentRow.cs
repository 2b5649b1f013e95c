using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>A row of the documents table.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Generation">Commit that wrote the row.</param>
/// <param name="Document">The document.</param>
internal sealed record DocumentRow(long Id, long Generation, IndexedDocument Document)
{
    /// <summary>All documents, by name.</summary>
    public static ImmutableArray<DocumentRow> LoadAll(SqliteSession session)
    {
        var rows = ImmutableArray.CreateBuilder<DocumentRow>();
        using var reader = session.Query(
            """
            SELECT id, generation, digest, name, content_hash, title, revision, revision_date, pages, products,
                   facts, passages, origin, indexed_at, superseded_by
            FROM documents ORDER BY name
            """);
        while (reader.Read())
        {
            rows.Add(new DocumentRow(reader.GetInt64(0), reader.GetInt64(1), new IndexedDocument
            {
                Document = reader.GetString(3),
                ContentHash = reader.GetString(4),
                Digest = reader.GetInt64(2),
                Title = reader.GetString(5),
                Revision = RowReader.Text(reader, 6),
                RevisionDate = Date(RowReader.Text(reader, 7)),
                PageCount = reader.GetInt32(8),
                Products = Products(reader.GetString(9)),
                FactCount = reader.GetInt32(10),
                PassageCount = reader.GetInt32(11),
                Origin = reader.GetString(12),
                IndexedAt = DateTimeOffset.ParseExact(reader.GetString(13), "O", CultureInfo.InvariantCulture),
                SupersededBy = RowReader.Text(reader, 14),
            }));
        }

        return rows.ToImmutable();
    }

    /// <summary>A date as the table holds it.</summary>
    public static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <summary>Models and series as the table holds them.</summary>
    public static ImmutableArray<ProductName> Products(string json) =>
        JsonSerializer.Deserialize<ImmutableArray<ProductName>>(json);
}
