using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>The rules of a query's tree (1.19.0, collection_query.rs and planned_query.rs).</summary>
internal static class QueryCheck
{
    private const int DeepestPrefetch = 64;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void Demand(QueryStep step, int depth = 0)
    {
        if (step.Query?.VariantCase == Query.VariantOneofCase.None)
        {
            // Also what an older server makes of a variant that it does not know.
            throw Refusal.Malformed("Query variant is missing");
        }

        if (depth > DeepestPrefetch)
        {
            throw Refusal.WrongInput($"prefetches depth {depth} exceeds max depth {DeepestPrefetch}");
        }

        if (step.Prefetches.Count > 0 && step.Query is null)
        {
            throw Refusal.BadRequest("A query is needed to merge the prefetches. Can't have prefetches without defining a query.");
        }

        if (step.ScoreThreshold is not null && (step.Query?.VariantCase is null or Query.VariantOneofCase.OrderBy))
        {
            throw Refusal.BadRequest(step.Query is null
                ? "A query is needed to use the score_threshold. Can't have score_threshold without defining a query."
                : "Can't use score_threshold with an order_by query.");
        }

        if (step.IsFusion && step.Using.Length > 0)
        {
            throw Refusal.BadRequest("Fusion queries cannot be combined with the 'using' field.");
        }

        if (step.IsFusion && step.Prefetches.Count == 0)
        {
            throw Refusal.WrongInput("cannot apply Fusion without prefetches");
        }

        foreach (var prefetch in step.Prefetches)
        {
            Demand(QueryStep.Of(prefetch), depth + 1);
        }
    }
}
