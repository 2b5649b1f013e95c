using System.Globalization;
using Google.Protobuf.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.CheckPoints;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of dense and sparse search.</summary>
internal static class SearchChecks
{
    // Scores are sums of 32-bit products, in whatever order.
    private const double Tolerance = 1e-4;

    private const uint Rare = 4_000_000_007, Common = 17;

    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new("cosine", "dense vectors are brought to length 1; the score is their dot product", CosineAsync),
        new("vectors read back", "dense and sparse vectors read back, from the oneof or the older fields", ReadBackAsync),
        new("vector selector", "only the vectors that are asked for by name come back", SelectorAsync),
        new("exact search", "exact search finds the nearest points in order, unquantised", ExactAsync),
        new("sparse overlap", "a sparse query finds only points that share a term with it", async context =>
        {
            string name = await TermsAsync(context).ConfigureAwait(false);
            string some = Sorted(await context.QueryAsync(Terms(Sparse, 10, (Rare, 1)).In(name)).ConfigureAwait(false));
            string none = Sorted(await context.QueryAsync(Terms(Sparse, 10, (5u, 1f)).In(name)).ConfigureAwait(false));
            Require((some, none) == ("[1]", "[]"), $"{some} share the term, {none} the unknown one; [1] and [] expected");
            return some;
        }),
        new("idf", "a query weight is multiplied by ln((N - df + 0.5) / (df + 0.5) + 1), by vector name", IdfAsync),
        new("idf under a filter", "a filter changes neither N nor df", async context =>
        {
            string name = await TermsAsync(context).ConfigureAwait(false);
            double all = Score(await context.QueryAsync(Terms(Sparse, 10, (Common, 1)).In(name)).ConfigureAwait(false), 2);
            double filtered = Score(await context.QueryAsync(Terms(Sparse, 10, (Common, 1)).In(name, CheckPoints.All(HasId(2)))).ConfigureAwait(false), 2);
            RequireNear(all, filtered, "the score under a filter");
            return Text(filtered);
        }),
        new("bm25 weights", "the score is the dot product of the query's weights, times IDF, with the stored ones", WeightsAsync),
        new("search under a filter", "a filter is kept by dense and sparse search, and the limit counts what passes", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            await context.UpsertAsync(name, Enumerable.Range(1, 20).Select(i => Point((ulong)i, ("to", i)).WithDense(1, i, 0, 0).WithSparse(Sparse, (Common, i)))).ConfigureAwait(false);
            Filter small = CheckPoints.All(Within("to", new global::Qdrant.Client.Grpc.Range { Lte = 3 }));
            string dense = Ids(await context.QueryAsync(Nearest(2, 0, 1, 0, 0).In(name, small)).ConfigureAwait(false));
            string sparse = Ids(await context.QueryAsync(Terms(Sparse, 2, (Common, 1)).In(name, small)).ConfigureAwait(false));
            Require((dense, sparse) == ("[3, 2]", "[3, 2]"), $"{dense} and {sparse}; [3, 2] expected");
            return dense;
        }),
    ];

    private static async Task<string> CosineAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1).WithDense(3, 4, 0, 0), Point(2).WithDense(0, 0, 0, -2), Point(3).WithDense(0.6f, 0, 0.8f, 0)).ConfigureAwait(false);
        RepeatedField<ScoredPoint> found = await context.QueryAsync(Nearest(5, 30, 40, 0, 0).In(name)).ConfigureAwait(false);
        RequireNear(1, Score(found, 1), "the score of a parallel vector");
        RequireNear(0, Score(found, 2), "the score of an orthogonal vector");
        RequireNear(0.36, Score(found, 3), "the score of (0.6, 0, 0.8, 0)");
        float[] stored = DenseIn((await context.ScrollAsync(name).ConfigureAwait(false))[0].Vectors);
        RequireNear(0.6, stored[0], "the first element stored of (3, 4, 0, 0)");
        RequireNear(0.8, stored[1], "the second element stored of (3, 4, 0, 0)");
        return "1, 0.36, 0";
    }

    private static async Task<string> ReadBackAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1).WithDense(0, 0.6f, 0, 0.8f).WithSparse(Sparse, (Rare, 1.5f), (Common, 0.25f))).ConfigureAwait(false);
        VectorsOutput vectors = (await context.ScrollAsync(name).ConfigureAwait(false)).Single().Vectors;
        Require(vectors.Vectors.Vectors.Keys.Order(StringComparer.Ordinal).SequenceEqual([Dense, Sparse]), $"the vectors are {vectors}");
        float[] dense = DenseIn(vectors);
        Require(dense.Length == Dimensions && Math.Abs(dense[1] - 0.6) < 1e-6 && Math.Abs(dense[3] - 0.8) < 1e-6, $"the dense vector is [{string.Join(", ", dense)}]");
        VectorOutput sparse = vectors.Vectors.Vectors[Sparse];
        Require(VectorValues.Weight(sparse, Common) == 0.25f && VectorValues.Weight(sparse, Rare) == 1.5f, $"the sparse vector is {sparse}");
        return sparse.Sparse is null ? "from the older fields" : "from the oneof";
    }

    private static async Task<string> SelectorAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1).WithDense(0, 0.6f, 0, 0.8f).WithSparse(Sparse, (Common, 0.25f)), Point(2).WithSparse(Sparse, (Common, 1))).ConfigureAwait(false);
        var request = new ScrollPoints
        {
            CollectionName = name,
            Limit = 2,
            WithPayload = new WithPayloadSelector { Enable = false },
            WithVectors = new WithVectorsSelector { Include = new VectorsSelector { Names = { Dense } } },
        };
        ScrollResponse page = await context.CallAsync((client, call) => client.Points.ScrollAsync(request, call)).ConfigureAwait(false);
        string seen = string.Join("; ", page.Result.Select(point => string.Join(", ", point.Vectors?.Vectors?.Vectors.Keys ?? (IEnumerable<string>)[])));
        Require(seen == $"{Dense}; ", $"the vectors of two points, one of which has no '{Dense}', are '{seen}'");
        return Dense;
    }

    private static async Task<string> ExactAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        // So near each other that 8 bits cannot tell them apart.
        await context.UpsertAsync(name, Enumerable.Range(0, 50).Select(i => Point((ulong)i + 1).WithDense(1, 0.004f * i, 0, 0))).ConfigureAwait(false);
        string seen = Ids(await context.QueryAsync(Nearest(5, 1, 0.0016f, 0, 0).In(name)).ConfigureAwait(false));
        string expected = "[1, 2, 3, 4, 5]";
        Require(seen == expected, $"{seen}; {expected} expected");
        return seen;
    }

    // Four lines in one text index (the term in one of them, in three of them), one in the other, and a point in none.
    private static async Task<string> TermsAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(
            name,
            Point(1).WithSparse(Sparse, (Rare, 2), (Common, 0.5f)),
            Point(2).WithSparse(Sparse, (Common, 1)),
            Point(3).WithSparse(Sparse, (Common, 3), (18u, 1f)),
            Point(4).WithSparse(Sparse, (18u, 1f)),
            Point(5).WithSparse(OtherSparse, (Rare, 1)),
            Point(6, ("kind", "meta"))).ConfigureAwait(false);
        return name;
    }

    private static async Task<string> IdfAsync(QdrantCheckContext context)
    {
        string name = await TermsAsync(context).ConfigureAwait(false);
        double rare = Score(await context.QueryAsync(Terms(Sparse, 10, (Rare, 1)).In(name)).ConfigureAwait(false), 1);
        double common = Score(await context.QueryAsync(Terms(Sparse, 10, (Common, 1)).In(name)).ConfigureAwait(false), 2);
        // Ranks hardly depend on whether N counts the lines of this text index or all points: either is taken, and said.
        foreach ((int lines, string meaning) in ((int, string)[])[(4, "N counts the points with the vector"), (6, "N counts all points")])
        {
            if (Math.Abs(rare - (2 * Idf(lines, 1))) < Tolerance && Math.Abs(common - Idf(lines, 3)) < Tolerance)
            {
                return $"{Text(rare)} and {Text(common)}: {meaning}";
            }
        }

        throw new QdrantCheckException($"{Text(rare)} and {Text(common)}; {Text(2 * Idf(4, 1))} and {Text(Idf(4, 3))} expected");
    }

    private static async Task<string> WeightsAsync(QdrantCheckContext context)
    {
        string name = await TermsAsync(context).ConfigureAwait(false);
        double rare = Score(await context.QueryAsync(Terms(Sparse, 10, (Rare, 1)).In(name)).ConfigureAwait(false), 1);
        double common = Score(await context.QueryAsync(Terms(Sparse, 10, (Common, 1)).In(name)).ConfigureAwait(false), 1);
        RepeatedField<ScoredPoint> both = await context.QueryAsync(Terms(Sparse, 10, (Common, 3), (Rare, 1)).In(name)).ConfigureAwait(false);
        RequireNear(rare + (3 * common), Score(both, 1), "the score of both terms");
        Require(Math.Abs(common) > Tolerance && Sorted(both) == "[1, 2, 3]", $"{Sorted(both)} were found; [1, 2, 3] expected");
        return Text(Score(both, 1));
    }

    private static double Idf(int lines, int holding) => Math.Log(((lines - holding + 0.5) / (holding + 0.5)) + 1);

    private static float[] DenseIn(VectorsOutput vectors) => VectorValues.Dense(vectors.Vectors.Vectors[Dense]);

    private static double Score(IEnumerable<ScoredPoint> found, ulong id) =>
        found.FirstOrDefault(point => point.Id.Num == id)?.Score ?? throw new QdrantCheckException($"point {id} was not found, only {Ids(found)}");

    private static void RequireNear(double expected, double seen, string what) =>
        Require(Math.Abs(expected - seen) < Tolerance, $"{what} is {Text(seen)}; {Text(expected)} expected");

    private static string Sorted(IEnumerable<ScoredPoint> found) => Ids(found.OrderBy(point => point.Id.Num));

    private static string Text(double score) => score.ToString("0.####", CultureInfo.InvariantCulture);
}
