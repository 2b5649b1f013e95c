using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Points;
using HybridAssistant.QdrantDouble.Scoring;
using Qdrant.Client.Grpc;
using FusionKind = Qdrant.Client.Grpc.Fusion;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>Runs a query's tree: prefetches first, then the query over what they found.</summary>
internal sealed class QueryRunner(Collection collection, Func<int, uint> ties)
{
    private readonly PointStore _store = collection.Points;
    private readonly FilterCompiler _filters = new(collection.Points);

    /// <param name="step">The query.</param>
    /// <param name="above">The filters of the steps above, which hold in every leaf.</param>
    /// <returns>Up to the step's limit, best first.</returns>
    /// <exception cref="Grpc.Core.RpcException">As a server refuses.</exception>
    public List<Hit> Run(QueryStep step, SlotTest above)
    {
        var filter = SlotTest.All([_filters.Compile(step.Filter), above]);
        if (step.Prefetches.Count == 0)
        {
            return Search(step, filter);
        }

        List<List<Hit>> lists = [.. step.Prefetches.Select(prefetch => Run(QueryStep.Of(prefetch), filter))];
        if (step.IsFusion)
        {
            return Best(step, Fuse(step.Query!, lists));
        }

        // A query over prefetches scores their union; the filters were already met.
        int[] found = [.. lists.SelectMany(list => list).Select(hit => hit.Slot).Distinct().Order()];
        return Search(step, new SlotTest(_ => true, found));
    }

    private static Dictionary<int, float> Fuse(Query query, List<List<Hit>> lists) => query switch
    {
        { VariantCase: Query.VariantOneofCase.Rrf } => Scoring.Fusion.ReciprocalRank(lists, query.Rrf.HasK ? query.Rrf.K : Scoring.Fusion.DefaultK, query.Rrf.Weights),
        { Fusion: FusionKind.Dbsf } => Scoring.Fusion.DistributionBased(lists),
        _ => Scoring.Fusion.ReciprocalRank(lists, Scoring.Fusion.DefaultK, []),
    };

    private List<Hit> Best(QueryStep step, Dictionary<int, float> scores)
    {
        var top = new TopHits(step.Limit, step.ScoreThreshold, ties);
        foreach (var (slot, score) in scores)
        {
            top.Add(slot, score);
        }

        return top.Take();
    }

    private List<Hit> Search(QueryStep step, SlotTest filter)
    {
        switch (step.Query?.VariantCase)
        {
            case null:
                return [.. Scroller.Page(collection, filter, null, step.Limit).Take(step.Limit).Select(slot => new Hit(slot, 0f))];
            case Query.VariantOneofCase.OrderBy:
                return [.. FieldOrder.Sort(collection, step.Query.OrderBy, PointSelection.Passing(_store, filter)).Take(step.Limit).Select(entry => new Hit(entry.Slot, 0f, entry.Value))];
            case Query.VariantOneofCase.Nearest:
                var top = new TopHits(step.Limit, step.ScoreThreshold, ties);
                Nearest(step, filter, top);
                return top.Take();
            default:
                throw Refusal.NotInDouble("the query " + step.Query.VariantCase);
        }
    }

    private void Nearest(QueryStep step, SlotTest filter, TopHits top)
    {
        var input = step.Query!.Nearest;
        switch (input.VariantCase)
        {
            case VectorInput.VariantOneofCase.Dense:
                Dense(step.Using, input.Dense.Data, filter, top);
                break;
            case VectorInput.VariantOneofCase.Sparse:
                Sparse(step, SparseWeights.Of(input.Sparse.Indices, input.Sparse.Values), filter, top);
                break;
            case VectorInput.VariantOneofCase.Id:
                ById(step, input.Id, filter, top);
                break;
            case VectorInput.VariantOneofCase.None:
                throw Refusal.Malformed("VectorInput variant is missing");
            default:
                throw Refusal.NotInDouble("the input " + input.VariantCase);
        }
    }

    private void ById(QueryStep step, PointId id, SlotTest filter, TopHits top)
    {
        var key = PointKey.Of(id);
        var asked = _store.Find(key) ?? throw Refusal.NoPoint(key);
        var others = new SlotTest(slot => slot != asked && filter.Holds(slot), filter.Among);
        if (_store.Dense.TryGetValue(step.Using, out var dense) && dense.Has(asked))
        {
            Dense(step.Using, dense.Get(asked).ToArray(), others, top);
        }
        else if (_store.Sparse.TryGetValue(step.Using, out var sparse) && sparse.Get(asked) is { } weights)
        {
            Sparse(step, weights, others, top);
        }
        else
        {
            throw Refusal.NoVector(step.Using);
        }
    }

    private void Dense(string name, IReadOnlyCollection<float> vector, SlotTest filter, TopHits top)
    {
        if (!_store.Dense.TryGetValue(name, out var column))
        {
            throw _store.Sparse.ContainsKey(name) ? Refusal.WrongInput("Conversion between sparse and regular vectors failed") : Refusal.NoVector(name);
        }

        column.DemandDimensions(vector.Count);
        var query = column.Prepare(vector);
        foreach (var slot in PointSelection.Passing(_store, filter))
        {
            if (column.Has(slot))
            {
                top.Add(slot, column.Score(slot, query));
            }
        }
    }

    private void Sparse(QueryStep step, SparseWeights query, SlotTest filter, TopHits top)
    {
        if (!_store.Sparse.TryGetValue(step.Using, out var column))
        {
            throw _store.Dense.ContainsKey(step.Using) ? Refusal.WrongInput("Conversion between sparse and regular vectors failed") : Refusal.NoVector(step.Using);
        }

        var corpus = step.Params?.Idf?.Corpus is { } counted ? _filters.Compile(counted) : null;
        var passes = filter.Among is { } among ? new SlotTest(slot => Array.BinarySearch(among, slot) >= 0 && filter.Holds(slot)) : filter;
        new SparseScorer(column, _store.SlotCount).Score(query, passes, corpus, top.Add);
    }
}
