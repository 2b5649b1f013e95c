using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Output;

/// <summary>A document as `hybrid documents list --json` writes it.</summary>
internal sealed record DocumentLine(
    string Doc,
    string Title,
    string? Revision,
    DateOnly? RevisionDate,
    int Pages,
    string[] Products,
    int Facts,
    int Passages,
    string Origin,
    string ContentHash,
    DateTimeOffset IndexedAt,
    string? SupersededBy)
{
    public static DocumentLine Of(IndexedDocument document) => new(
        document.Document,
        document.Title,
        document.Revision,
        document.RevisionDate,
        document.PageCount,
        [.. document.Products.Select(product => product.Name)],
        document.FactCount,
        document.PassageCount,
        document.Origin,
        document.ContentHash,
        document.IndexedAt,
        document.SupersededBy);
}
