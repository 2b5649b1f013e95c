using Grpc.Core;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.CheckPoints;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of writing points.</summary>
internal static class WriteChecks
{
    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new("points without vectors", "a point may have none of the collection's vectors", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            await context.UpsertAsync(name, Point(1, ("kind", "document"))).ConfigureAwait(false);
            RetrievedPoint point = (await context.ScrollAsync(name).ConfigureAwait(false)).Single();
            Require(point.Payload["kind"].StringValue == "document", $"the payload is {point.Payload}");
            return "written and read back";
        }),
        new("upsert replaces", "an upsert replaces payload and vectors of a point as a whole", ReplaceAsync),
        new("id twice in a batch", "of two points of one id in a batch the last one stays", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            await context.UpsertAsync(name, Point(1, ("n", 1)), Point(2, ("n", 2)), Point(1, ("n", 3))).ConfigureAwait(false);
            long[] seen = [.. (await context.ScrollAsync(name).ConfigureAwait(false)).Select(point => point.Payload["n"].IntegerValue)];
            Require(seen is [3, 2], $"the points hold [{string.Join(", ", seen)}]; [3, 2] expected");
            return "the last one";
        }),
        new("read your writes", "a write with wait = true is seen by the next read", ReadWritesAsync),
        new("set payload by filter", "set payload by filter adds to the points that match, and to no other; none may match", SetPayloadAsync),
        new("delete by filter", "delete by filter removes the points that match, and no other; none may match", DeleteAsync),
        new("delete missing id", "deleting an id that is not there is no error", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            await context.UpsertAsync(name, Point(1)).ConfigureAwait(false);
            await DeleteAsync(context, name, new PointsSelector { Points = new PointsIdsList { Ids = { new PointId { Num = 7 } } } }).ConfigureAwait(false);
            Require(await context.CountAsync(name).ConfigureAwait(false) == 1, "another point is gone");
            return "no error";
        }),
        new("compare and swap", "update_filter lets an upsert replace a point only where the stored one passes", SwapAsync),
        new("compare and swap inserts", "update_filter does not keep a missing point from being inserted", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            await context.UpsertAsync(name, CheckPoints.All(Is("holder", "nobody")), Point(1, ("holder", "me"))).ConfigureAwait(false);
            ulong count = await context.CountAsync(name, CheckPoints.All(Is("holder", "me"))).ConfigureAwait(false);
            Require(count == 1, "the missing point was not inserted");
            return "inserted";
        }),
        new("wrong dimension", "a vector of another length is refused with the text that the error is told from, and not stored", DimensionAsync),
        new("unknown vector name", "a vector of an unknown name is refused", async context =>
        {
            string name = await context.CreateAsync().ConfigureAwait(false);
            return await context.RefusedAsync(StatusCode.InvalidArgument, "vector name", (client, call) => client.Points.UpsertAsync(
                new UpsertPoints { CollectionName = name, Wait = true, Points = { Point(1).With("unknown", DenseOf(1, 0, 0, 0)) } }, call)).ConfigureAwait(false);
        }),
    ];

    private static async Task<string> ReplaceAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1, ("a", 1), ("b", 2)).WithDense(1, 0, 0, 0)).ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1, ("c", 3))).ConfigureAwait(false);
        RetrievedPoint point = (await context.ScrollAsync(name).ConfigureAwait(false)).Single();
        Require(point.Payload.Keys.SequenceEqual(["c"]), $"the payload has the keys [{string.Join(", ", point.Payload.Keys.Order(StringComparer.Ordinal))}]");
        int found = (await context.QueryAsync(Nearest(5, 1, 0, 0, 0).In(name)).ConfigureAwait(false)).Count;
        Require(found == 0, "the replaced vector is still found");
        return "payload and vectors";
    }

    private static async Task<string> ReadWritesAsync(QdrantCheckContext context)
    {
        const int Writes = 20;
        string name = await context.CreateAsync().ConfigureAwait(false);
        for (uint i = 1; i <= Writes; i++)
        {
            await context.UpsertAsync(name, Point(i, ("n", i)).WithDense(1, i, 0, 0)).ConfigureAwait(false);
            ulong count = await context.CountAsync(name).ConfigureAwait(false);
            int found = (await context.QueryAsync(Nearest(100, 1, 1, 0, 0).In(name)).ConfigureAwait(false)).Count;
            Require(count == i && found == i, $"after {i} writes {count} points are counted and {found} found");
        }

        return $"{Writes} writes, each seen";
    }

    private static async Task<string> SetPayloadAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1, ("document", "a"), ("to", 9)).WithDense(1, 0, 0, 0), Point(2, ("document", "b"), ("to", 9))).ConfigureAwait(false);
        foreach (string document in (string[])["a", "missing"])
        {
            var request = new SetPayloadPoints
            {
                CollectionName = name,
                Wait = true,
                PointsSelector = new PointsSelector { Filter = CheckPoints.All(Is("document", document)) },
                Payload = { ["to"] = 5, ["at"] = "now" },
            };
            RequireCompleted(await context.CallAsync((client, call) => client.Points.SetPayloadAsync(request, call)).ConfigureAwait(false));
        }

        string seen = string.Join("; ", (await context.ScrollAsync(name).ConfigureAwait(false))
            .Select(point => string.Join(", ", point.Payload.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key} {(pair.Value.HasIntegerValue ? pair.Value.IntegerValue.ToString(System.Globalization.CultureInfo.InvariantCulture) : pair.Value.StringValue)}"))));
        Require(seen == "at now, document a, to 5; document b, to 9", seen);
        Require((await context.QueryAsync(Nearest(5, 1, 0, 0, 0).In(name)).ConfigureAwait(false)).Count == 1, "the vector of the point is gone");
        return seen;
    }

    private static async Task<string> DeleteAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1, ("from", 1)), Point(2, ("from", 2)), Point(3, ("from", 3))).ConfigureAwait(false);
        foreach (double above in (double[])[1, 100])
        {
            await DeleteAsync(context, name, new PointsSelector
            {
                Filter = CheckPoints.All(Within("from", new global::Qdrant.Client.Grpc.Range { Gt = above })),
            }).ConfigureAwait(false);
        }

        string left = Ids(await context.ScrollAsync(name).ConfigureAwait(false));
        Require(left == "[1]", $"{left} are left; [1] expected");
        return "2 of 3 removed";
    }

    private static async Task DeleteAsync(QdrantCheckContext context, string collection, PointsSelector selector) =>
        RequireCompleted(await context.CallAsync((client, call) => client.Points.DeleteAsync(
            new DeletePoints { CollectionName = collection, Wait = true, Points = selector }, call)).ConfigureAwait(false));

    private static async Task<string> SwapAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(1, ("generation", 7))).ConfigureAwait(false);
        foreach ((long expected, long next) in ((long, long)[])[(6, 99), (7, 8)])
        {
            Filter still = CheckPoints.All(Within("generation", new global::Qdrant.Client.Grpc.Range { Gte = expected, Lte = expected }));
            await context.UpsertAsync(name, still, Point(1, ("generation", next))).ConfigureAwait(false);
        }

        long seen = (await context.ScrollAsync(name).ConfigureAwait(false)).Single().Payload["generation"].IntegerValue;
        Require(seen == 8, $"the point holds {seen}; 8 expected");
        return "replaced where it passed, left where it did not";
    }

    private static async Task<string> DimensionAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        const string Says = "expected dim: 4, got 3";
        string seen = await context.RefusedAsync(StatusCode.InvalidArgument, Says, (client, call) => client.Points.UpsertAsync(
            new UpsertPoints { CollectionName = name, Wait = true, Points = { Point(1).WithDense(1, 0, 0) } }, call)).ConfigureAwait(false);
        await context.UpsertAsync(name, Point(2).WithDense(1, 0, 0, 0)).ConfigureAwait(false);
        await context.RefusedAsync(
            StatusCode.InvalidArgument, Says, (client, call) => client.Points.QueryAsync(Nearest(5, 1, 0, 0).In(name), call)).ConfigureAwait(false);
        string stored = Ids(await context.ScrollAsync(name).ConfigureAwait(false));
        Require(stored == "[2]", $"{stored} are stored; [2] expected");
        return seen;
    }
}
