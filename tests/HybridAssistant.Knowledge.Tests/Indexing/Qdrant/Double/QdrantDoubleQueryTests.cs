using Grpc.Core;
using HybridAssistant.QdrantDouble;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleQueryTests
{
    private static readonly PrefetchQuery DensePrefetch = new() { Query = new float[] { 1, 0 }, Using = "dense", Limit = 10 };
    private static readonly PrefetchQuery SparsePrefetch = new() { Query = new (float, uint)[] { (1, 7) }, Using = "words", Limit = 10 };

    [Fact]
    public async Task Scores_dense_vectors_by_their_cosine_and_stores_them_at_length_one()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Dense(1, 3, 4), Dense(2, 0, 2), Dense(3, 0, 0));

        var found = await fixture.Client.QueryAsync(Collection, new float[] { 0, 5 }, usingVector: "dense", vectorsSelector: true, cancellationToken: Cancellation);

        Assert.Equal([2UL, 1UL, 3UL], found.Select(point => point.Id.Num));
        Assert.Equal([1f, 0.8f, 0f], found.Select(point => point.Score));
        Assert.Equal([0.6f, 0.8f], found[1].Vectors.Vectors.Vectors["dense"].Dense.Data);
    }

    [Fact]
    public async Task Scores_sparse_vectors_with_inverse_document_frequency_and_finds_none_without_a_shared_index()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Sparse(1, (7, 2)), Sparse(2, (7, 1), (8, 1)), Sparse(3, (9, 1)), Bare(4));

        var found = await fixture.Client.QueryAsync(
            Collection, new (float, uint)[] { (1, 7), (2, 8) }, usingVector: "words", filter: new Filter { Must = { Conditions.HasId([2, 3, 4]) } }, cancellationToken: Cancellation);

        // N = 3 vectors of that name, df(7) = 2, df(8) = 1, whatever the filter.
        var expected = Math.Log(((3 - 2 + 0.5) / (2 + 0.5)) + 1) + (2 * Math.Log(((3 - 1 + 0.5) / (1 + 0.5)) + 1));
        Assert.Equal(2UL, Assert.Single(found).Id.Num);
        Assert.Equal(expected, found[0].Score, 5);
    }

    [Theory]
    [InlineData(false, 1f, 0.333333f)]
    [InlineData(true, 0.033333f, 0.0163934f)]
    public async Task Fuses_by_reciprocal_rank_with_k_of_two_unless_told_another(bool sixty, float first, float second)
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Both(1, 1, 0), Dense(2, 0.8f, 0.6f));
        Query query = sixty ? new Rrf { K = 60 } : Fusion.Rrf;

        var found = await fixture.Client.QueryAsync(Collection, query, prefetch: [DensePrefetch, SparsePrefetch], cancellationToken: Cancellation);

        Assert.Equal([1UL, 2UL], found.Select(point => point.Id.Num));
        Assert.Equal([first, second], found.Select(point => point.Score), (left, right) => MathF.Abs(left - right) < 1e-5f);
        Assert.Empty(found[0].Payload);
    }

    [Fact]
    public async Task Weighs_the_lists_of_a_fusion_and_wants_a_weight_for_each()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Both(1, 1, 0), Dense(2, 0.8f, 0.6f));

        var found = await fixture.Client.QueryAsync(
            Collection, new Rrf { Weights = { 3, 1 } }, prefetch: [DensePrefetch, SparsePrefetch], cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.QueryAsync(
            Collection, new Rrf { Weights = { 3 } }, prefetch: [DensePrefetch, SparsePrefetch], cancellationToken: Cancellation));

        // 1 / ((pos + 1) / w + k - 1): 3/4 + 1/2 and 3/5.
        Assert.Equal([1.25f, 0.6f], found.Select(point => point.Score), (left, right) => MathF.Abs(left - right) < 1e-5f);
        Assert.Contains("got 1, expected 2", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applies_the_filter_of_the_query_in_every_prefetch()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Both(1, 1, 0), Both(2, 0, 1));

        var found = await fixture.Client.QueryAsync(
            Collection, Fusion.Rrf, prefetch: [DensePrefetch, SparsePrefetch], filter: new Filter { MustNot = { Conditions.HasId(1) } }, cancellationToken: Cancellation);

        Assert.Equal(2UL, Assert.Single(found).Id.Num);
    }

    [Fact]
    public async Task Cuts_by_threshold_then_by_offset_and_limit()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Dense(1, 1, 0), Dense(2, 0.8f, 0.6f), Dense(3, 0.6f, 0.8f), Dense(4, 0, 1));

        var found = await fixture.Client.QueryAsync(
            Collection, new float[] { 1, 0 }, usingVector: "dense", scoreThreshold: 0.5f, limit: 5, offset: 1, cancellationToken: Cancellation);

        Assert.Equal([2UL, 3UL], found.Select(point => point.Id.Num));
    }

    [Fact]
    public async Task Brings_equal_scores_in_another_order_each_time()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync([.. Enumerable.Range(1, 20).Select(id => Dense((ulong)id, 1, 0))]);

        var orders = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var found = await fixture.Client.QueryAsync(Collection, new float[] { 1, 0 }, usingVector: "dense", cancellationToken: Cancellation);
            orders.Add(string.Join(' ', found.Select(point => point.Id.Num)));
        }

        Assert.True(orders.Count > 1);
    }

    [Fact]
    public async Task Refuses_what_a_server_refuses_in_its_words()
    {
        await using var fixture = await DoubleFixture.StartAsync();

        Assert.Equal("Wrong input: Not existing vector name error: other", await DetailAsync(fixture, new QueryPoints { Query = new float[] { 1, 0 }, Using = "other" }));
        Assert.Equal("Wrong input: Vector dimension error: expected dim: 2, got 3", await DetailAsync(fixture, new QueryPoints { Query = new float[] { 1, 0, 0 }, Using = "dense" }));
        Assert.StartsWith("Bad request: A query is needed to merge the prefetches", await DetailAsync(fixture, new QueryPoints { Prefetch = { DensePrefetch } }), StringComparison.Ordinal);
        Assert.EndsWith("cannot be combined with the 'using' field.", await DetailAsync(fixture, new QueryPoints { Query = Fusion.Rrf, Using = "dense", Prefetch = { DensePrefetch } }), StringComparison.Ordinal);
        Assert.StartsWith("Validation error in body", await DetailAsync(fixture, new QueryPoints { Limit = 0 }), StringComparison.Ordinal);
    }

    private static PointStruct Both(ulong id, params float[] vector)
    {
        var point = Dense(id, vector);
        point.Vectors.Vectors_.Vectors["words"] = Sparse(id, (7, 1)).Vectors.Vectors_.Vectors["words"];
        return point;
    }

    private static async Task<string> DetailAsync(DoubleFixture fixture, QueryPoints query)
    {
        query.CollectionName = Collection;
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(fixture.Server.Address);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new Points.PointsClient(channel).QueryAsync(query, cancellationToken: Cancellation));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        return refused.Status.Detail;
    }
}
