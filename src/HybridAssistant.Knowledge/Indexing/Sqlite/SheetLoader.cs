using System.Collections.Immutable;
using System.Text.Json;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Loads one document with all that it states.</summary>
internal static class SheetLoader
{
    /// <summary>The document; null where there is none of that name.</summary>
    public static SpecSheet? Load(SqliteSession session, string document)
    {
        (long id, SpecSheet sheet)? head = LoadHead(session, document);
        return head is not { } found
            ? null
            : found.sheet with
            {
                Facts = LoadFacts(session, found.id),
                Passages = LoadPassages(session, found.id),
                Codes = LoadCodes(session, found.id),
            };
    }

    private static (long, SpecSheet)? LoadHead(SqliteSession session, string document)
    {
        using SqliteDataReader reader = session.Query(
            "SELECT id, content_hash, title, revision, revision_date, pages, products, grammars, findings FROM documents WHERE name = $name",
            ("$name", document));
        return !reader.Read()
            ? null
            : (reader.GetInt64(0), new SpecSheet
            {
                Document = document,
                ContentHash = reader.GetString(1),
                Title = reader.GetString(2),
                Revision = RowReader.Text(reader, 3),
                RevisionDate = DocumentRow.Date(RowReader.Text(reader, 4)),
                PageCount = reader.GetInt32(5),
                Products = DocumentRow.Products(reader.GetString(6)),
                Grammars = JsonSerializer.Deserialize<ImmutableArray<OrderingCodeGrammar>>(reader.GetString(7)),
                Findings = JsonSerializer.Deserialize<ImmutableArray<SheetFinding>>(reader.GetString(8)),
            });
    }

    private static ImmutableArray<Fact> LoadFacts(SqliteSession session, long documentId) =>
        LoadRows(
            session,
            $"SELECT {RowReader.FactColumns} FROM facts f JOIN documents d ON d.id = f.document_id WHERE d.id = $id ORDER BY f.id",
            documentId,
            static reader => RowReader.Fact(reader).Fact!);

    private static ImmutableArray<Passage> LoadPassages(SqliteSession session, long documentId) =>
        LoadRows(
            session,
            $"SELECT {RowReader.PassageColumns} FROM passages p JOIN documents d ON d.id = p.document_id WHERE d.id = $id ORDER BY p.id",
            documentId,
            static reader => RowReader.Passage(reader).Passage!);

    private static ImmutableArray<ProductCode> LoadCodes(SqliteSession session, long documentId) =>
        LoadRows(
            session,
            $"SELECT {RowReader.CodeColumns} FROM codes c JOIN documents d ON d.id = c.document_id WHERE d.id = $id AND c.composed = 0 ORDER BY c.ordinal",
            documentId,
            static reader => RowReader.Code(reader).Code);

    private static ImmutableArray<T> LoadRows<T>(SqliteSession session, string sql, long documentId, Func<SqliteDataReader, T> read)
    {
        using SqliteDataReader reader = session.Query(sql, ("$id", documentId));
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }
}
