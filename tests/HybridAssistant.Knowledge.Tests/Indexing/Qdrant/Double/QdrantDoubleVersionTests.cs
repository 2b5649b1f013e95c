using Grpc.Core;
using HybridAssistant.QdrantDouble;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;
using static Qdrant.Client.Grpc.Conditions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleVersionTests
{
    [Theory]
    [InlineData("1.16.3", false)]
    [InlineData("1.17.0", true)]
    public async Task Answers_vectors_in_the_oneof_since_1_17_and_in_the_legacy_fields_before(string version, bool oneof)
    {
        await using var fixture = await StartAsync(version);
        await fixture.UpsertAsync(Dense(1, 0, 1), Sparse(2, (7, 3)));

        var points = await fixture.Client.RetrieveAsync(Collection, [1, 2], withPayload: false, withVectors: true, cancellationToken: Cancellation);
        var (dense, sparse) = (points[0].Vectors.Vectors.Vectors["dense"], points[1].Vectors.Vectors.Vectors["words"]);

        Assert.Equal(oneof ? VectorOutput.VectorOneofCase.Dense : VectorOutput.VectorOneofCase.None, dense.VectorCase);
#pragma warning disable CS0612 // The legacy fields are what the test is about.
        Assert.Equal([0f, 1f], oneof ? dense.Dense.Data : dense.Data);
        Assert.Equal([7u], oneof ? sparse.Sparse.Indices : sparse.Indices.Data);
        Assert.Equal([3f], oneof ? sparse.Sparse.Values : sparse.Data);
#pragma warning restore CS0612
    }

    [Fact]
    public async Task Sees_no_query_in_a_variant_that_came_later()
    {
        await using var fixture = await StartAsync("1.15.0");

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.QueryAsync(
            Collection, new Rrf { K = 60 }, prefetch: [new PrefetchQuery { Query = new float[] { 1, 0 }, Using = "dense" }], cancellationToken: Cancellation));

        Assert.Equal("Query variant is missing", refused.Status.Detail);
    }

    [Theory]
    [InlineData("1.15.0", true)]
    [InlineData("1.16.0", false)]
    public async Task Ignores_an_update_filter_before_1_16(string version, bool overwritten)
    {
        await using var fixture = await StartAsync(version);
        await fixture.UpsertAsync(Bare(1, ("owner", "a")));

        await fixture.Client.UpsertAsync(
            new UpsertPoints { CollectionName = Collection, Wait = true, Points = { Bare(1, ("owner", "b")) }, UpdateFilter = new Filter { Must = { MatchKeyword("owner", "c") } } }, Cancellation);

        Assert.Equal(overwritten ? 1 : 0, (await fixture.IdsAsync(new Filter { Must = { MatchKeyword("owner", "b") } })).Count);
    }

    [Theory]
    [InlineData("1.18.3", false)]
    [InlineData("1.19.0", true)]
    public async Task Knows_a_prefix_condition_since_1_19(string version, bool known)
    {
        await using var fixture = await StartAsync(version);
        await fixture.UpsertAsync(Bare(1, ("code", "AB-12")));
        var filter = new Filter { Must = { new Condition { Field = new FieldCondition { Key = "code", Match = new Match { Prefix = "AB" } } } } };

        var refused = await Record.ExceptionAsync(async () => Assert.Equal([1UL], await fixture.IdsAsync(filter)));

        Assert.Equal(known ? null : "Malformed Match condition", (refused as RpcException)?.Status.Detail);
    }

    [Fact]
    public async Task Refuses_to_be_a_version_that_it_does_not_know() =>
        await Assert.ThrowsAsync<ArgumentException>(() => QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { Version = new(1, 14, 1) }, Cancellation));

    private static Task<DoubleFixture> StartAsync(string version) => DoubleFixture.StartAsync(new QdrantDoubleOptions { Version = Version.Parse(version) });
}
