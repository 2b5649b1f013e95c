using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Api.Documents;

/// <summary>A document as the list shows it.</summary>
internal sealed record DocumentSummary(
    string Document,
    string Title,
    string? Revision,
    DateOnly? RevisionDate,
    int Pages,
    ImmutableArray<string> Products,
    int Facts,
    int Passages,
    string ContentHash,
    DateTimeOffset IndexedAt,
    string? SupersededBy,
    string File)
{
    public static DocumentSummary Of(IndexedDocument indexed) => new(
        indexed.Document,
        indexed.Title,
        indexed.Revision,
        indexed.RevisionDate,
        indexed.PageCount,
        [.. indexed.Products.Select(product => product.Name)],
        indexed.FactCount,
        indexed.PassageCount,
        indexed.ContentHash,
        indexed.IndexedAt,
        indexed.SupersededBy,
        $"/v1/documents/{Uri.EscapeDataString(indexed.Document)}/file");
}
