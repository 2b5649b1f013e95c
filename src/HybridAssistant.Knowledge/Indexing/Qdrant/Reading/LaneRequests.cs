using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>The queries of vectors' lanes, and of lanes together.</summary>
internal sealed class LaneRequests(bool isExact)
{
    // Candidates that the int8 vectors bring for each result, scored again by the originals.
    private const double Oversampling = 2;

    /// <summary>Entries near a vector.</summary>
    public PrefetchQuery Near(ReadOnlySpan<float> vector, Filter filter, int limit)
    {
        var dense = new DenseVector();
        dense.Data.AddRange(vector.ToArray());
        return new PrefetchQuery
        {
            Query = new Query { Nearest = new VectorInput { Dense = dense } },
            Using = VectorName.Dense,
            Filter = filter,
            Limit = (ulong)limit,
            Params = new SearchParams
            {
                Exact = isExact,
                Quantization = new QuantizationSearchParams { Ignore = isExact, Rescore = true, Oversampling = Oversampling },
            },
        };
    }

    /// <summary>A lane asked by itself.</summary>
    public static QueryPoints Alone(PrefetchQuery lane, WithPayloadSelector payload)
    {
        var query = new QueryPoints
        {
            Query = lane.Query,
            Using = lane.Using,
            Filter = lane.Filter,
            Limit = lane.Limit,
            WithPayload = payload,
            WithVectors = false,
        };
        if (lane.Params is { } parameters)
        {
            query.Params = parameters;
        }

        return query;
    }

    /// <summary>Lanes fused by the server: 1 / (61 + place from 0) is 1 / (60 + rank).</summary>
    public static QueryPoints Fused(IReadOnlyList<PrefetchQuery> lanes)
    {
        var query = new QueryPoints
        {
            Query = new Query { Rrf = new Rrf { K = 61 } },
            Limit = (ulong)lanes.Sum(lane => (long)lane.Limit),
            WithPayload = true,
            WithVectors = false,
        };
        query.Prefetch.AddRange(lanes);
        return query;
    }
}
