using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Keeps the catalogue of the last content of the index, since it changes with a commit only.</summary>
public sealed class CatalogCache
{
    private Entry? _last;

    /// <summary>The catalogue of a snapshot. Superseded documents are left out; of one that a request names it is that sheet alone.</summary>
    /// <param name="snapshot">The view of the index.</param>
    /// <param name="document">The document that the request is restricted to; null: none.</param>
    public ProductCatalog Get(IKnowledgeSnapshot snapshot, string? document = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (!string.IsNullOrEmpty(document)
            && snapshot.Documents.FirstOrDefault(d => d.SupersededBy is not null && string.Equals(d.Document, document, StringComparison.OrdinalIgnoreCase)) is { } superseded)
        {
            return new ProductCatalog([SheetOf(superseded)]);
        }

        Entry? last = Volatile.Read(ref _last);
        if (last is not null && last.Version == snapshot.Version)
        {
            return last.Catalog;
        }

        var catalog = new ProductCatalog(snapshot.Documents
            .Where(d => d.SupersededBy is null)
            .Select(SheetOf));
        Volatile.Write(ref _last, new Entry(snapshot.Version, catalog));
        return catalog;
    }

    private static CatalogSheet SheetOf(IndexedDocument document) => new(document.Document, document.Title, document.Products);

    private sealed record Entry(string Version, ProductCatalog Catalog);
}
