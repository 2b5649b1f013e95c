using Grpc.Core;
using Grpc.Net.Client;
using HybridAssistant.QdrantDouble;
using Qdrant.Client;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleCollectionTests
{
    [Fact]
    public async Task Repoints_an_alias_in_one_step_and_keeps_what_was_done_before_a_failing_action()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.Client.CreateCollectionAsync("next", new VectorParams { Size = 2, Distance = Distance.Dot }, cancellationToken: Cancellation);
        await fixture.Client.CreateAliasAsync("current", Collection, cancellationToken: Cancellation);
        await fixture.UpsertAsync(Bare(1));
        var before = await fixture.Client.CountAsync("current", cancellationToken: Cancellation);

        var failed = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.UpdateAliasesAsync(
            [
                new AliasOperations { CreateAlias = new CreateAlias { AliasName = "current", CollectionName = "next" } },
                new AliasOperations { CreateAlias = new CreateAlias { AliasName = "other", CollectionName = "missing" } },
            ],
            cancellationToken: Cancellation));

        Assert.Equal(1UL, before);
        Assert.Equal("Not found: Collection `missing` doesn't exist!", failed.Status.Detail);
        Assert.Equal([("current", "next")], (await fixture.Client.ListAliasesAsync(Cancellation)).Select(alias => (alias.AliasName, alias.CollectionName)));
    }

    [Fact]
    public async Task Creates_once_and_deletes_by_the_real_name_with_its_aliases()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.Client.CreateAliasAsync("current", Collection, cancellationToken: Cancellation);

        var again = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.CreateCollectionAsync(Collection, new VectorParams { Size = 2, Distance = Distance.Dot }, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<QdrantException>(() => fixture.Client.DeleteCollectionAsync("current", cancellationToken: Cancellation));
        var aliased = await fixture.Client.CollectionExistsAsync("current", Cancellation);
        await fixture.Client.DeleteCollectionAsync(Collection, cancellationToken: Cancellation);

        Assert.Equal(StatusCode.AlreadyExists, again.StatusCode);
        Assert.True(aliased);
        Assert.Empty(await fixture.Client.ListAliasesAsync(Cancellation));
        Assert.Empty(await fixture.Client.ListCollectionsAsync(Cancellation));
    }

    [Fact]
    public async Task Tells_how_a_collection_was_made_and_what_it_holds()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1));
        await fixture.Client.CreatePayloadIndexAsync(Collection, "kind", cancellationToken: Cancellation);

        var info = await fixture.Client.GetCollectionInfoAsync(Collection, Cancellation);

        Assert.Equal((CollectionStatus.Green, 1UL), (info.Status, info.PointsCount));
        Assert.Equal(2UL, info.Config.Params.VectorsConfig.ParamsMap.Map["dense"].Size);
        Assert.Equal(Modifier.Idf, info.Config.Params.SparseVectorsConfig.Map["words"].Modifier);
        Assert.Equal(PayloadSchemaType.Keyword, info.PayloadSchema["kind"].DataType);
    }

    [Fact]
    public async Task Asks_for_a_key_but_for_health_and_lets_the_read_only_key_read()
    {
        var options = new QdrantDoubleOptions { ApiKey = "write", ReadOnlyApiKey = "read" };
        await using var fixture = await DoubleFixture.StartAsync(options);
        using var nobody = new QdrantClient(fixture.Server.Address);
        using var stranger = new QdrantClient(fixture.Server.Address, apiKey: "wrong");
        using var reader = new QdrantClient(fixture.Server.Address, apiKey: "read");

        Assert.Equal("1.19.0", (await nobody.HealthAsync(Cancellation)).Version);
        Assert.Equal(0UL, await reader.CountAsync(Collection, cancellationToken: Cancellation));
        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(() => nobody.CountAsync(Collection, cancellationToken: Cancellation)));
        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(() => stranger.CountAsync(Collection, cancellationToken: Cancellation)));
        Assert.Equal(StatusCode.PermissionDenied, await StatusAsync(() => reader.UpsertAsync(Collection, [Bare(1)], cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task Answers_the_standard_health_call()
    {
        await using var server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancellation);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "grpc.health.v1.Health", "Check", Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));

        var answer = await channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(cancellationToken: Cancellation), []);

        Assert.Equal([0x08, 0x01], answer);
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call) => (await Assert.ThrowsAsync<RpcException>(call)).StatusCode;
}
