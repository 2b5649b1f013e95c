using System.Text.Json;
using HybridAssistant.Knowledge.Indexing.Contents;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>A filter resolved against one state of the index: row ids and product keys instead of names.</summary>
internal sealed class EntryScope
{
    private readonly IndexView _view;
    private readonly HashSet<long>? _documents;
    private readonly HashSet<long>? _modelDocuments;
    private readonly HashSet<long>? _seriesDocuments;
    private readonly HashSet<string>? _productKeys;
    private readonly string? _quantityKind;

    /// <summary>Resolves a filter.</summary>
    public EntryScope(EntryFilter filter, IndexView view)
    {
        _view = view;
        var resolved = new ResolvedFilter(filter, view.Documents);
        HashSet<long> Ids(HashSet<int> documents) => [.. documents.Select(i => view.Rows[i].Id)];
        _quantityKind = resolved.QuantityKind;
        _documents = resolved.Documents is { } allowed ? Ids(allowed) : null;
        if (resolved.ProductKeys is not null)
        {
            _productKeys = resolved.ProductKeys;
            _modelDocuments = Ids(resolved.ModelDocuments);
            _seriesDocuments = Ids(resolved.SeriesDocuments);
        }
    }

    /// <summary>The condition on facts, aliased f, with its parameters.</summary>
    public string FactCondition(List<(string Name, object? Value)> parameters)
    {
        string condition = DocumentCondition("f", parameters);
        if (_productKeys is not null)
        {
            condition += " AND (f.product_key IN (SELECT value FROM json_each($keys))"
                + " OR f.product_key = '' AND f.document_id IN (SELECT value FROM json_each($models))"
                + " OR f.document_id IN (SELECT value FROM json_each($series)))";
            parameters.Add(("$keys", JsonSerializer.Serialize(_productKeys)));
            parameters.Add(("$models", JsonSerializer.Serialize(_modelDocuments)));
            parameters.Add(("$series", JsonSerializer.Serialize(_seriesDocuments)));
        }

        if (_quantityKind is not null)
        {
            condition += " AND f.typed_kind = $kind";
            parameters.Add(("$kind", _quantityKind));
        }

        return condition;
    }

    /// <summary>The condition on passages, aliased p, with its parameters.</summary>
    public string PassageCondition(List<(string Name, object? Value)> parameters)
    {
        string condition = DocumentCondition("p", parameters);
        if (_productKeys is not null)
        {
            condition += " AND p.document_id IN (SELECT value FROM json_each($named))";
            parameters.Add(("$named", JsonSerializer.Serialize(_modelDocuments!.Union(_seriesDocuments!))));
        }

        return condition;
    }

    /// <summary>Whether nothing is restricted and no document is superseded.</summary>
    public bool IsAll => _documents is null && _productKeys is null && _quantityKind is null;

    /// <summary>Whether at most documents are restricted, so that their rows tell all.</summary>
    public bool IsByDocument => _productKeys is null && _quantityKind is null;

    /// <summary>The rows of the allowed documents.</summary>
    public DocumentRanges DocumentRanges(SqliteSession session, TextTable table) =>
        _documents is null ? Sqlite.DocumentRanges.All : Sqlite.DocumentRanges.Of(_view.RowsOfDocuments(session, table), _documents);

    /// <summary>Whether a fact passes.</summary>
    public bool AllowsFact(long document, string productKey, string? quantityKind) =>
        (_documents is null || _documents.Contains(document))
        && (_quantityKind is null || _quantityKind == quantityKind)
        && (_productKeys is null
            || _productKeys.Contains(productKey)
            || (productKey.Length == 0 && _modelDocuments!.Contains(document))
            || _seriesDocuments!.Contains(document));

    /// <summary>Whether the passages of a document pass.</summary>
    public bool AllowsPassage(long document) =>
        (_documents is null || _documents.Contains(document))
        && (_productKeys is null || _modelDocuments!.Contains(document) || _seriesDocuments!.Contains(document));

    private string DocumentCondition(string alias, List<(string Name, object? Value)> parameters)
    {
        if (_documents is null)
        {
            return "1";
        }

        parameters.Add(("$documents", JsonSerializer.Serialize(_documents)));
        return $"{alias}.document_id IN (SELECT value FROM json_each($documents))";
    }
}
