using Grpc.Core;
using HybridAssistant.QdrantDouble;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;
using static Qdrant.Client.Grpc.Conditions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleWriteTests
{
    [Fact]
    public async Task Replaces_a_whole_point_and_lets_the_last_of_a_batch_win()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        var first = Dense(1, 1, 0);
        first.Payload["a"] = 1;
        await fixture.UpsertAsync(first, Bare(2, ("n", 1)), Bare(2, ("n", 2)));

        await fixture.UpsertAsync(Bare(1, ("b", 2)));
        var points = await fixture.Client.RetrieveAsync(Collection, [1, 2], withPayload: true, withVectors: true, cancellationToken: Cancellation);

        Assert.Equal("b", Assert.Single(points[0].Payload).Key);
        Assert.Empty(points[0].Vectors.Vectors.Vectors);
        Assert.Equal(2, points[1].Payload["n"].IntegerValue);
    }

    [Fact]
    public async Task Refuses_a_point_that_says_nothing_of_vectors()
    {
        await using var fixture = await DoubleFixture.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.UpsertAsync(new PointStruct { Id = 1 }));

        Assert.Equal(new Status(StatusCode.InvalidArgument, "Expected some vectors"), new Status(refused.StatusCode, refused.Status.Detail));
    }

    [Fact]
    public async Task Leaves_a_point_alone_that_the_update_filter_does_not_meet_and_inserts_a_new_one()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1, ("owner", "a")), Bare(2, ("owner", "b")));

        await UpsertIfAsync(fixture, UpdateMode.Upsert, MatchKeyword("owner", "a"), 1, 2, 3);

        Assert.Equal([1UL, 3UL], await fixture.IdsAsync(new Filter { Must = { MatchKeyword("owner", "new") } }));
    }

    [Fact]
    public async Task Inserts_only_or_updates_only_where_told_so()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1, ("owner", "a")));

        await UpsertIfAsync(fixture, UpdateMode.InsertOnly, null, 1, 2);
        var inserted = await fixture.IdsAsync(new Filter { Must = { MatchKeyword("owner", "new") } });
        await UpsertIfAsync(fixture, UpdateMode.UpdateOnly, null, 1, 3);

        Assert.Equal([2UL], inserted);
        Assert.Equal([1UL, 2UL], await fixture.IdsAsync(new Filter()));
    }

    [Theory]
    [InlineData("1.18.0", "Wrong input: Vector dimension error: expected dim: 2, got 3")]
    [InlineData("1.18.1", "Wrong input: Vector dimension error: expected dim: 2, got 3 for vector 'dense'")]
    public async Task Loses_a_wrong_dimension_without_a_word_only_before_the_check_came_first(string version, string detail)
    {
        await using var fixture = await DoubleFixture.StartAsync(new QdrantDoubleOptions { Version = Version.Parse(version) });

        var waited = await Assert.ThrowsAsync<RpcException>(() => fixture.UpsertAsync(Dense(1, 1, 2, 3)));
        var unwaited = await Record.ExceptionAsync(() => fixture.Client.UpsertAsync(Collection, [Dense(1, 1, 2, 3)], wait: false, cancellationToken: Cancellation));

        Assert.Equal(detail, waited.Status.Detail);
        Assert.Equal(version == "1.18.1", unwaited is RpcException);
        Assert.Empty(await fixture.IdsAsync(new Filter()));
    }

    [Fact]
    public async Task Sets_payload_by_id_up_to_the_first_missing_one_and_by_filter_without_complaint()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1), Bare(2));
        var payload = new Dictionary<string, Value> { ["seen"] = true };

        var missing = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.SetPayloadAsync(Collection, payload, new ulong[] { 1, 9 }, cancellationToken: Cancellation));
        await fixture.Client.SetPayloadAsync(Collection, payload, MatchKeyword("kind", "none"), cancellationToken: Cancellation);
        await fixture.Client.DeleteAsync(Collection, 9, cancellationToken: Cancellation);

        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
        Assert.Contains("No point with id 9 found", missing.Status.Detail, StringComparison.Ordinal);
        Assert.Equal([1UL], await fixture.IdsAsync(new Filter { Must = { Match("seen", true) } }));
    }

    [Fact]
    public async Task Lets_readers_see_part_of_a_batch_and_keeps_it_when_the_rest_fails()
    {
        var written = new List<int>();
        await using var fixture = await DoubleFixture.StartAsync(new QdrantDoubleOptions
        {
            AfterChunk = (_, points) =>
            {
                written.Add(points);
                if (points == 64)
                {
                    throw new RpcException(new Status(StatusCode.Internal, "out of disk"));
                }
            },
        });

        var failed = await Assert.ThrowsAsync<RpcException>(() => fixture.UpsertAsync([.. Enumerable.Range(1, 100).Select(id => Bare((ulong)id))]));

        Assert.Equal("out of disk", failed.Status.Detail);
        Assert.Equal([32, 64], written);
        Assert.Equal(64, (await fixture.IdsAsync(new Filter())).Count);
    }

    private static async Task UpsertIfAsync(DoubleFixture fixture, UpdateMode mode, Condition? condition, params ulong[] ids)
    {
        var request = new UpsertPoints { CollectionName = Collection, Wait = true, UpdateMode = mode, Points = { ids.Select(id => Bare(id, ("owner", "new"))) } };
        if (condition is not null)
        {
            request.UpdateFilter = new Filter { Must = { condition } };
        }

        await fixture.Client.UpsertAsync(request, Cancellation);
    }
}
