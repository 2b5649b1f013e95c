using Grpc.Core;
using HybridAssistant.QdrantDouble;
using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleServerTests
{
    [Fact]
    public async Task Keeps_what_it_holds_on_the_same_address_over_a_restart()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1, ("kind", "fact")));
        var address = fixture.Server.Address;

        await fixture.Server.StopAsync();
        var away = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.CountAsync(Collection, cancellationToken: Cancellation));
        await fixture.Server.RestartAsync(new QdrantDoubleOptions { Version = new(1, 16, 3) }, Cancellation);
        // A channel that found nobody waits before it connects again; another one does not.
        using var client = new global::Qdrant.Client.QdrantClient(fixture.Server.Address);

        Assert.Equal(StatusCode.Unavailable, away.StatusCode);
        Assert.Equal(address, fixture.Server.Address);
        Assert.Equal("1.16.3", (await client.HealthAsync(Cancellation)).Version);
        Assert.Equal(1UL, await client.CountAsync(Collection, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Fails_the_planned_call_and_no_other()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        fixture.Server.Inject(QdrantFault.RateLimited("Points/Upsert", retryAfterSeconds: 7) with { After = 1 });

        await fixture.UpsertAsync(Bare(1));
        var limited = await Assert.ThrowsAsync<RpcException>(() => fixture.UpsertAsync(Bare(2)));
        await fixture.UpsertAsync(Bare(3));

        Assert.Equal(StatusCode.ResourceExhausted, limited.StatusCode);
        Assert.Equal("7", limited.Trailers.GetValue("retry-after"));
        Assert.Equal([1UL, 3UL], await fixture.IdsAsync(new Filter()));
    }

    [Fact]
    public async Task Carries_a_call_out_whose_answer_is_lost()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        fixture.Server.Inject(new QdrantFault { Method = "Points/Upsert", Status = StatusCode.Unavailable, AfterApplying = true });

        var lost = await Assert.ThrowsAsync<RpcException>(() => fixture.UpsertAsync(Bare(1)));

        Assert.Equal(StatusCode.Unavailable, lost.StatusCode);
        Assert.Equal([1UL], await fixture.IdsAsync(new Filter()));
    }

    [Fact]
    public async Task Holds_a_call_until_the_client_gives_up()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        fixture.Server.Inject(new QdrantFault { Method = "Points/Count", Delay = TimeSpan.FromHours(1) });
        using var impatient = new global::Qdrant.Client.QdrantClient(fixture.Server.Address, grpcTimeout: TimeSpan.FromMilliseconds(100));

        var late = await Assert.ThrowsAsync<RpcException>(() => impatient.CountAsync(Collection, cancellationToken: Cancellation));

        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
    }

    [Fact]
    public async Task Records_each_call_with_its_request_and_its_status()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        fixture.Server.ForgetCalls();

        await fixture.UpsertAsync(Bare(1), Bare(2));
        await Assert.ThrowsAsync<RpcException>(() => fixture.Client.CountAsync("nothing", cancellationToken: Cancellation));

        Assert.Equal([("Points/Upsert", StatusCode.OK), ("Points/Count", StatusCode.NotFound)], fixture.Server.Calls.Select(call => (call.Method, call.Status!.Value)));
        Assert.Equal(2, ((UpsertPoints)fixture.Server.Calls[0].Request).Points.Count);
        Assert.NotEqual(DateTime.MaxValue, fixture.Server.Calls[0].Deadline);
    }

    [Fact]
    public async Task Keeps_a_write_that_nobody_waits_for_in_the_log_until_one_that_waits()
    {
        await using var fixture = await DoubleFixture.StartAsync(new QdrantDoubleOptions { HoldUnwaitedWrites = true });

        var result = await fixture.Client.UpsertAsync(Collection, [Bare(1)], wait: false, cancellationToken: Cancellation);
        var before = await fixture.IdsAsync(new Filter());
        await fixture.UpsertAsync(Bare(2));

        Assert.Equal(UpdateStatus.Acknowledged, result.Status);
        Assert.Empty(before);
        Assert.Equal([1UL, 2UL], await fixture.IdsAsync(new Filter()));
    }
}
