using System.Globalization;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.CheckPoints;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of a query with prefetches, fused by the server.</summary>
internal static class FusionChecks
{
    private const double Tolerance = 1e-5;
    private const uint Term = 17;

    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new("rank fusion", "the fused score sums 1 / (k + rank) with ranks from 0 and k = 2", context => RanksAsync(context, 2, new Query { Fusion = Fusion.Rrf })),
        new("rank fusion with k", "rrf.k sets k", context => RanksAsync(context, 60, new Query { Rrf = new Rrf { K = 60 } })),
        new("prefetch limit", "a prefetch gives no more than its limit to the fusion", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            return await FoundAsync(context, "[1, 3]", Fused(name, new Query { Fusion = Fusion.Rrf }, 10, Nearest(1, 1, 0, 0, 0), Terms(Sparse, 1, (Term, 1)))).ConfigureAwait(false);
        }),
        new("filter of the query", "the query's filter holds inside each prefetch, before its limit", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            QueryPoints query = Fused(name, new Query { Fusion = Fusion.Rrf }, 10, Nearest(1, 1, 0, 0, 0), Terms(Sparse, 1, (Term, 1)));
            query.Filter = new Filter { MustNot = { HasId(1, 3) } };
            return await FoundAsync(context, "[2]", query).ConfigureAwait(false);
        }),
        new("filter of a prefetch", "a prefetch's own filter holds for it alone", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            PrefetchQuery lane = Nearest(1, 1, 0, 0, 0);
            lane.Filter = new Filter { MustNot = { HasId(1, 2) } };
            return await FoundAsync(context, "[3, 4]", Fused(name, new Query { Fusion = Fusion.Rrf }, 10, lane, Terms(Sparse, 1, (Term, 1)))).ConfigureAwait(false);
        }),
        new("limit of the query", "the query's limit cuts the fused list", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            QueryPoints query = Fused(name, new Query { Fusion = Fusion.Rrf }, 1, Nearest(2, 1, 0, 0, 0), Terms(Sparse, 2, (Term, 1)));
            return await FoundAsync(context, "[2]", query).ConfigureAwait(false);
        }),
    ];

    // By vectors 1, 2, 4, 3; by words 3, 2, 1; no scores are equal.
    private static async Task<string> FilledAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(
            name,
            Point(1).WithDense(1, 0, 0, 0).WithSparse(Sparse, (Term, 1)),
            Point(2).WithDense(1, 0.5f, 0, 0).WithSparse(Sparse, (Term, 2)),
            Point(3).WithDense(0, 1, 0, 0).WithSparse(Sparse, (Term, 3)),
            Point(4).WithDense(1, 2, 0, 0)).ConfigureAwait(false);
        return name;
    }

    private static async Task<string> RanksAsync(QdrantCheckContext context, int k, Query fusion)
    {
        string name = await FilledAsync(context).ConfigureAwait(false);
        var found = await context.QueryAsync(Fused(name, fusion, 10, Nearest(10, 1, 0, 0, 0), Terms(Sparse, 10, (Term, 1)))).ConfigureAwait(false);
        (ulong Id, double Score)[] expected = [(1, At(0) + At(2)), (2, At(1) + At(1)), (3, At(3) + At(0)), (4, At(2))];
        string seen = string.Join(", ", found.OrderBy(point => point.Id.Num).Select(point => Text(point.Id.Num, point.Score)));
        bool isKept = found.Count == expected.Length
            && expected.All(one => found.Any(point => point.Id.Num == one.Id && Math.Abs(point.Score - one.Score) < Tolerance));
        Require(isKept, $"{seen}; {string.Join(", ", expected.Select(one => Text(one.Id, one.Score)))} expected");
        return seen;

        double At(int rank) => 1.0 / (k + rank);
    }

    private static async Task<string> FoundAsync(QdrantCheckContext context, string expected, QueryPoints query)
    {
        string seen = Ids((await context.QueryAsync(query).ConfigureAwait(false)).OrderBy(point => point.Id.Num));
        Require(seen == expected, $"{seen}; {expected} expected");
        return seen;
    }

    private static string Text(ulong id, double score) => string.Create(CultureInfo.InvariantCulture, $"{id}: {score:0.#####}");
}
