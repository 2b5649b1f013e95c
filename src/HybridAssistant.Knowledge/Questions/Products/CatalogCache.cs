using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Keeps the catalogue of the last content of the index, since it changes with a commit only.</summary>
public sealed class CatalogCache
{
    private Entry? _last;

    /// <summary>The catalogue of a snapshot. Superseded documents are left out.</summary>
    public ProductCatalog Get(IKnowledgeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Entry? last = Volatile.Read(ref _last);
        if (last is not null && last.Version == snapshot.Version)
        {
            return last.Catalog;
        }

        var catalog = new ProductCatalog(snapshot.Documents
            .Where(d => d.SupersededBy is null)
            .Select(d => new CatalogSheet(d.Document, d.Title, d.Products)));
        Volatile.Write(ref _last, new Entry(snapshot.Version, catalog));
        return catalog;
    }

    private sealed record Entry(string Version, ProductCatalog Catalog);
}
