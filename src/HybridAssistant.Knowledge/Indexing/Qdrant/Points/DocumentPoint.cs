using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Collections;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A document as a point: what is listed of it, and what of the sheet stands in no other point.</summary>
internal static class DocumentPoint
{
    /// <summary>Fields that only the whole sheet needs; a view of all documents leaves them out.</summary>
    public static ImmutableArray<string> SheetFields { get; } = ["grammars", "findings"];

    private const string SupersededBy = "superseded_by";

    /// <summary>Writes the payload.</summary>
    public static void Write(MapField<string, Value> payload, HeldDocument held, SpecSheet sheet)
    {
        IndexedDocument document = held.Document;
        payload.Set("content_hash", document.ContentHash);
        payload.Set("title", document.Title);
        payload.Set("title_key", held.TitleKey);
        payload.Set("revision", document.Revision);
        payload.Set("revision_date", document.RevisionDate?.ToString("O", CultureInfo.InvariantCulture));
        payload.Set("pages", document.PageCount);
        payload.Set("products", JsonSerializer.Serialize(document.Products));
        payload.Set("facts", document.FactCount);
        payload.Set("passages", document.PassageCount);
        payload.Set("origin", document.Origin);
        payload.Set("indexed_at", document.IndexedAt.ToString("O", CultureInfo.InvariantCulture));
        payload.Set("digest", document.Digest);
        payload.Set(SupersededBy, document.SupersededBy);
        payload.Set("codes", held.PrintedCodes);
        payload.Set("searchable_facts", held.SearchableFacts);
        payload.Set("fact_terms", held.FactTerms);
        payload.Set("passage_terms", held.PassageTerms);
        payload.Set("grammars", JsonSerializer.Serialize(sheet.Grammars));
        payload.Set("findings", JsonSerializer.Serialize(sheet.Findings));
    }

    /// <summary>Marks a payload as superseded, or as current (null).</summary>
    public static void Mark(MapField<string, Value> payload, string? supersededBy)
    {
        payload.Remove(SupersededBy);
        payload.Set(SupersededBy, supersededBy);
    }

    /// <summary>Reads what is listed of the document.</summary>
    public static HeldDocument Read(MapField<string, Value> payload) => new(
        new IndexedDocument
        {
            Document = payload.Text(Field.Document),
            ContentHash = payload.Text("content_hash"),
            Title = payload.Text("title"),
            Revision = payload.TextOrNull("revision"),
            RevisionDate = payload.TextOrNull("revision_date") is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
            PageCount = (int)payload.Integer("pages"),
            Products = JsonSerializer.Deserialize<ImmutableArray<ProductName>>(payload.Text("products")),
            FactCount = (int)payload.Integer("facts"),
            PassageCount = (int)payload.Integer("passages"),
            Origin = payload.Text("origin"),
            IndexedAt = DateTimeOffset.ParseExact(payload.Text("indexed_at"), "O", CultureInfo.InvariantCulture),
            Digest = payload.Integer("digest"),
            SupersededBy = payload.TextOrNull(SupersededBy),
        },
        payload.Text("title_key"),
        payload.Integer(Field.From),
        (int)payload.Integer("codes"),
        (int)payload.Integer("searchable_facts"),
        payload.Integer("fact_terms"),
        payload.Integer("passage_terms"));

    /// <summary>Reads the head of the sheet, without facts, passages and codes.</summary>
    public static SpecSheet ReadSheet(MapField<string, Value> payload)
    {
        IndexedDocument document = Read(payload).Document;
        return new SpecSheet
        {
            Document = document.Document,
            ContentHash = document.ContentHash,
            Title = document.Title,
            Revision = document.Revision,
            RevisionDate = document.RevisionDate,
            PageCount = document.PageCount,
            Products = document.Products,
            Grammars = JsonSerializer.Deserialize<ImmutableArray<OrderingCodeGrammar>>(payload.Text("grammars")),
            Findings = JsonSerializer.Deserialize<ImmutableArray<SheetFinding>>(payload.Text("findings")),
        };
    }
}
