using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Contents;

/// <summary>A filter resolved against the documents of one state of an index: what it means, however the index asks for it.</summary>
internal sealed class ResolvedFilter
{
    /// <summary>Resolves a filter. Documents are given by their place in the list.</summary>
    public ResolvedFilter(EntryFilter filter, IReadOnlyList<IndexedDocument> documents)
    {
        QuantityKind = filter.QuantityKind;
        if (!filter.Documents.IsDefaultOrEmpty)
        {
            var names = filter.Documents.ToHashSet(StringComparer.OrdinalIgnoreCase);
            NamesDocuments = true;
            Documents = Where(documents, document => names.Contains(document.Document));
        }
        else if (documents.Any(document => document.SupersededBy is not null))
        {
            Documents = Where(documents, document => document.SupersededBy is null);
        }

        if (!filter.Products.IsDefaultOrEmpty)
        {
            ResolveProducts(filter, documents);
        }
    }

    /// <summary>Whether the filter names documents; else all current ones are allowed.</summary>
    public bool NamesDocuments { get; }

    /// <summary>The allowed documents; null: all.</summary>
    public HashSet<int>? Documents { get; }

    /// <summary>Keys of the products whose facts are allowed; null: all.</summary>
    public HashSet<string>? ProductKeys { get; private set; }

    /// <summary>Documents that name one of the products as a model: their facts for all models and their passages are allowed.</summary>
    public HashSet<int> ModelDocuments { get; } = [];

    /// <summary>Documents that name one of the products as their series: all that they state is allowed.</summary>
    public HashSet<int> SeriesDocuments { get; } = [];

    /// <summary>Quantity kind that facts must have; null: any.</summary>
    public string? QuantityKind { get; }

    private void ResolveProducts(EntryFilter filter, IReadOnlyList<IndexedDocument> documents)
    {
        var wanted = filter.Products.Select(product => CodeNormalizer.Normalize(product)).ToHashSet(StringComparer.Ordinal);
        ProductKeys = [.. wanted];
        for (int i = 0; i < documents.Count; i++)
        {
            foreach (ProductName product in documents[i].Products.Where(product => product.IsAmong(wanted)))
            {
                (product.IsSeries ? SeriesDocuments : ModelDocuments).Add(i);
                ProductKeys.Add(CodeNormalizer.Normalize(product.Name));
            }
        }
    }

    private static HashSet<int> Where(IReadOnlyList<IndexedDocument> documents, Func<IndexedDocument, bool> allows) =>
        [.. Enumerable.Range(0, documents.Count).Where(i => allows(documents[i]))];
}
