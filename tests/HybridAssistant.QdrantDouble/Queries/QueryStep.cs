using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>One query of a tree: the request itself or a prefetch of it, which have the same parts.</summary>
internal sealed record QueryStep(
    RepeatedField<PrefetchQuery> Prefetches,
    Query? Query,
    string Using,
    Filter? Filter,
    SearchParams? Params,
    float? ScoreThreshold,
    int Limit)
{
    /// <summary>What a request or a prefetch gives where it says no limit (1.19.0, collection_query.rs).</summary>
    public const ulong DefaultLimit = 10;

    public bool IsFusion => Query?.VariantCase is Query.VariantOneofCase.Fusion or Query.VariantOneofCase.Rrf;

    public static QueryStep Of(QueryPoints request) => new(
        request.Prefetch, request.Query, request.Using, request.Filter, request.Params,
        request.HasScoreThreshold ? request.ScoreThreshold : null,
        // Offset and limit count on the final list.
        Count((request.HasLimit ? request.Limit : DefaultLimit) + request.Offset));

    public static QueryStep Of(PrefetchQuery request) => new(
        request.Prefetch, request.Query, request.Using, request.Filter, request.Params,
        request.HasScoreThreshold ? request.ScoreThreshold : null,
        Count(request.HasLimit ? request.Limit : DefaultLimit));

    private static int Count(ulong limit) => (int)Math.Min(limit, int.MaxValue - 1);
}
