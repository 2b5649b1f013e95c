using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>A filter as conditions on the points of one generation.</summary>
internal sealed class QdrantScope
{
    private readonly QdrantView _view;
    private readonly ResolvedFilter _resolved;
    private readonly EntryKinds _kinds;

    /// <summary>Resolves a filter.</summary>
    public QdrantScope(EntryFilter filter, QdrantView view)
    {
        _view = view;
        _resolved = new ResolvedFilter(filter, view.Documents);
        _kinds = filter.Kinds;
    }

    /// <summary>Whether facts are looked for.</summary>
    public bool HasFacts => !IsEmpty && _kinds.HasFlag(EntryKinds.Facts);

    /// <summary>Whether passages are looked for, and some document's may pass.</summary>
    public bool HasPassages =>
        !IsEmpty && _kinds.HasFlag(EntryKinds.Passages) && (_resolved.ProductKeys is null || _resolved.ModelDocuments.Count + _resolved.SeriesDocuments.Count > 0);

    /// <summary>The documents that may have entries, by name.</summary>
    public IEnumerable<IndexedDocument> Documents =>
        _view.Documents.Where((_, i) => _resolved.Documents is null || _resolved.Documents.Contains(i));

    /// <summary>Facts that pass.</summary>
    public Filter Facts()
    {
        Filter filter = Base();
        filter.Must.AddRange(FactConditions());
        return filter;
    }

    /// <summary>Facts of some of the allowed documents that pass.</summary>
    public Filter FactsOf(IReadOnlyList<string> documents)
    {
        Filter filter = Facts();
        filter.Must.Add(PointConditions.AnyOf(Field.Document, documents));
        return filter;
    }

    /// <summary>Passages that pass.</summary>
    public Filter Passages()
    {
        Filter filter = Base();
        filter.Must.AddRange(PassageConditions());
        return filter;
    }

    /// <summary>Entries of the filter's kinds that pass.</summary>
    public Filter Entries()
    {
        if (!HasPassages || !HasFacts)
        {
            return HasFacts ? Facts() : Passages();
        }

        Filter filter = Base();
        filter.Should.Add(Conditions.Filter(PointConditions.AllOf(FactConditions())));
        filter.Should.Add(Conditions.Filter(PointConditions.AllOf(PassageConditions())));
        return filter;
    }

    private bool IsEmpty => _kinds == EntryKinds.None || _view.Documents.IsEmpty || _resolved.Documents is { Count: 0 };

    private Filter Base()
    {
        Filter filter = PointConditions.AllOf(PointConditions.Visible(_view.State.Generation));
        if (_resolved.NamesDocuments)
        {
            filter.Must.Add(PointConditions.AnyOf(Field.Document, Names(_resolved.Documents!)));
        }
        else if (_resolved.Documents is not null)
        {
            // Far fewer documents are superseded than not.
            filter.MustNot.Add(PointConditions.AnyOf(
                Field.Document, [.. _view.Documents.Where(document => document.SupersededBy is not null).Select(document => document.Document)]));
        }

        return filter;
    }

    private List<Condition> FactConditions()
    {
        List<Condition> conditions = [PointConditions.Kind(PointKind.Fact)];
        if (_resolved.ProductKeys is { } products)
        {
            Filter ofProducts = PointConditions.AnyOf(PointConditions.AnyOf(Field.ProductKey, [.. products.Select(FactPoint.Key)]));
            if (_resolved.ModelDocuments.Count > 0)
            {
                ofProducts.Should.Add(Conditions.Filter(PointConditions.AllOf(
                    PointConditions.AnyOf(Field.ProductKey, [FactPoint.AllProducts]),
                    PointConditions.AnyOf(Field.Document, Names(_resolved.ModelDocuments)))));
            }

            if (_resolved.SeriesDocuments.Count > 0)
            {
                ofProducts.Should.Add(PointConditions.AnyOf(Field.Document, Names(_resolved.SeriesDocuments)));
            }

            conditions.Add(Conditions.Filter(ofProducts));
        }

        if (_resolved.QuantityKind is { } kind)
        {
            conditions.Add(PointConditions.AnyOf(Field.TypedKind, [kind]));
        }

        return conditions;
    }

    private List<Condition> PassageConditions()
    {
        List<Condition> conditions = [PointConditions.Kind(PointKind.Passage)];
        if (_resolved.ProductKeys is not null)
        {
            conditions.Add(PointConditions.AnyOf(Field.Document, Names([.. _resolved.ModelDocuments, .. _resolved.SeriesDocuments])));
        }

        return conditions;
    }

    private List<string> Names(HashSet<int> documents) => [.. documents.Select(i => _view.Documents[i].Document)];
}
