using Grpc.Core;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.CheckPoints;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of collections, aliases and payload indexes.</summary>
internal static class CollectionChecks
{
    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new("create", "a collection has a named dense vector with int8 quantisation and sparse vectors with the IDF modifier", CreateAsync),
        new("create without dense vectors", "a collection may have sparse vectors only", async context =>
        {
            CreateCollection request = await context.RequestAsync(context.NewName(), dimensions: 0).ConfigureAwait(false);
            await context.CallAsync((client, call) => client.Collections.CreateAsync(request, call)).ConfigureAwait(false);
            await context.UpsertAsync(request.CollectionName, Point(1).WithSparse(Sparse, (17u, 1f))).ConfigureAwait(false);
            int found = (await context.QueryAsync(Terms(Sparse, 5, (17u, 1f)).In(request.CollectionName)).ConfigureAwait(false)).Count;
            Require(found == 1, $"{found} points found; 1 expected");
            return "made, written and searched";
        }),
        new("create twice", "a collection of an existing name is refused with ALREADY_EXISTS", async context =>
        {
            CreateCollection again = await context.RequestAsync(await context.CreateAsync().ConfigureAwait(false)).ConfigureAwait(false);
            return await context.RefusedAsync(StatusCode.AlreadyExists, "", (client, call) => client.Collections.CreateAsync(again, call)).ConfigureAwait(false);
        }),
        new("missing collection", "calls on a missing collection fail with NOT_FOUND; CollectionExists answers no", MissingAsync),
        new("delete missing collection", "deleting a missing collection is no error and says so", async context =>
        {
            string name = context.NewName();
            bool isDeleted = (await context.CallAsync(
                (client, call) => client.Collections.DeleteAsync(new DeleteCollection { CollectionName = name }, call)).ConfigureAwait(false)).Result;
            Require(!isDeleted, "it was said to be deleted");
            return "result = false";
        }),
        new("alias switch", "create_alias on an existing alias moves it in one step; reads and counts go through the alias", AliasAsync),
        new("delete alias", "deleting an alias leaves its collection; deleting a missing one is no error", DeleteAliasAsync),
        new("payload index twice", "creating a keyword or integer index again is no error", IndexTwiceAsync),
    ];

    private static async Task<string> CreateAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        CollectionConfig config = (await context.CallAsync(
            (client, call) => client.Collections.GetAsync(new GetCollectionInfoRequest { CollectionName = name }, call)).ConfigureAwait(false)).Result.Config;
        VectorParams? dense = config.Params.VectorsConfig?.ParamsMap?.Map.GetValueOrDefault(Dense);
        Require(dense?.Size == Dimensions && dense.Distance == Distance.Cosine, $"the dense vector is {dense?.ToString() ?? "missing"}");
        Require(dense?.QuantizationConfig?.Scalar?.Type == QuantizationType.Int8, $"the quantisation is {dense?.QuantizationConfig?.ToString() ?? "missing"}");
        foreach (string sparse in (string[])[Sparse, OtherSparse])
        {
            Modifier? modifier = config.Params.SparseVectorsConfig?.Map.GetValueOrDefault(sparse)?.Modifier;
            Require(modifier == Modifier.Idf, $"the modifier of '{sparse}' is {modifier?.ToString() ?? "missing"}");
        }

        return "cosine, int8, IDF read back";
    }

    private static async Task<string> MissingAsync(QdrantCheckContext context)
    {
        string name = context.NewName();
        bool exists = (await context.CallAsync(
            (client, call) => client.Collections.CollectionExistsAsync(new CollectionExistsRequest { CollectionName = name }, call)).ConfigureAwait(false)).Result.Exists;
        Require(!exists, "CollectionExists says that it is there");
        await context.RefusedAsync(
            StatusCode.NotFound, "", (client, call) => client.Collections.GetAsync(new GetCollectionInfoRequest { CollectionName = name }, call)).ConfigureAwait(false);
        await context.RefusedAsync(
            StatusCode.NotFound, "", (client, call) => client.Points.QueryAsync(Nearest(1, 1, 0, 0, 0).In(name), call)).ConfigureAwait(false);
        return await context.RefusedAsync(
            StatusCode.NotFound, "", (client, call) => client.Points.CountAsync(new CountPoints { CollectionName = name }, call)).ConfigureAwait(false);
    }

    private static async Task<string> AliasAsync(QdrantCheckContext context)
    {
        string first = await context.CreateAsync().ConfigureAwait(false);
        string second = await context.CreateAsync().ConfigureAwait(false);
        string alias = context.NewName();
        await context.UpsertAsync(first, Point(1)).ConfigureAwait(false);
        await context.UpsertAsync(second, Point(1), Point(2)).ConfigureAwait(false);
        await SwitchAsync(context, alias, first).ConfigureAwait(false);
        ulong before = await context.CountAsync(alias).ConfigureAwait(false);
        await SwitchAsync(context, alias, second).ConfigureAwait(false);
        ulong after = await context.CountAsync(alias).ConfigureAwait(false);
        Require((before, after) == (1, 2), $"{before} points before the switch, {after} after; 1 and 2 expected");

        ListAliasesResponse aliases = await context.CallAsync(
            (client, call) => client.Collections.ListAliasesAsync(new ListAliasesRequest(), call)).ConfigureAwait(false);
        string[] targets = [.. aliases.Aliases.Where(one => one.AliasName == alias).Select(one => one.CollectionName)];
        Require(targets is [var target] && target == second, $"the alias leads to [{string.Join(", ", targets)}]");
        return "1 point before the switch, 2 after";
    }

    private static async Task<string> DeleteAliasAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        string alias = context.NewName();
        await SwitchAsync(context, alias, name).ConfigureAwait(false);
        for (int i = 0; i < 2; i++)
        {
            var request = new ChangeAliases();
            request.Actions.Add(new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = alias } });
            await context.CallAsync((client, call) => client.Collections.UpdateAliasesAsync(request, call)).ConfigureAwait(false);
        }

        await context.CountAsync(name).ConfigureAwait(false);
        return await context.RefusedAsync(
            StatusCode.NotFound, "", (client, call) => client.Points.CountAsync(new CountPoints { CollectionName = alias }, call)).ConfigureAwait(false);
    }

    private static async Task SwitchAsync(QdrantCheckContext context, string alias, string collection)
    {
        var request = new ChangeAliases();
        request.Actions.Add(new AliasOperations { CreateAlias = new CreateAlias { AliasName = alias, CollectionName = collection } });
        await context.CallAsync((client, call) => client.Collections.UpdateAliasesAsync(request, call)).ConfigureAwait(false);
    }

    private static async Task<string> IndexTwiceAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        foreach ((string field, FieldType type) in ((string, FieldType)[])[("kind", FieldType.Keyword), ("from", FieldType.Integer), ("kind", FieldType.Keyword), ("from", FieldType.Integer)])
        {
            await CreateIndexAsync(context, name, field, type).ConfigureAwait(false);
        }

        var schema = (await context.CallAsync(
            (client, call) => client.Collections.GetAsync(new GetCollectionInfoRequest { CollectionName = name }, call)).ConfigureAwait(false)).Result.PayloadSchema;
        Require(
            schema.GetValueOrDefault("kind")?.DataType == PayloadSchemaType.Keyword && schema.GetValueOrDefault("from")?.DataType == PayloadSchemaType.Integer,
            $"the payload schema is {schema}");
        return "keyword and integer index, each made twice";
    }

    /// <summary>Makes a payload index.</summary>
    internal static async Task CreateIndexAsync(QdrantCheckContext context, string collection, string field, FieldType type) =>
        RequireCompleted(await context.CallAsync((client, call) => client.Points.CreateFieldIndexAsync(
            new CreateFieldIndexCollection { CollectionName = collection, FieldName = field, FieldType = type, Wait = true }, call)).ConfigureAwait(false));
}
