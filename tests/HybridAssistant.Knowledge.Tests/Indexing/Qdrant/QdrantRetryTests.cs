using Grpc.Core;
using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class QdrantRetryTests
{
    private readonly QdrantRetry _retry = new(attempts: 3, TimeProvider.System, seed: 1);

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    public async Task What_passes_is_tried_again(StatusCode status)
    {
        int calls = 0;

        string answer = await _retry.RunAsync(
            () => ++calls < 3 ? throw Failure(status) : Task.FromResult("answer"), TestContext.Current.CancellationToken);

        Assert.Equal(("answer", 3), (answer, calls));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, 3)]
    [InlineData(StatusCode.Internal, 1)]
    [InlineData(StatusCode.InvalidArgument, 1)]
    [InlineData(StatusCode.Unauthenticated, 1)]
    [InlineData(StatusCode.ResourceExhausted, 1)]
    public async Task A_call_is_given_up_after_its_attempts_and_at_once_where_no_retry_mends_it(StatusCode status, int attempts)
    {
        int calls = 0;

        await Assert.ThrowsAsync<RpcException>(() => _retry.RunAsync<int>(
            () =>
            {
                calls++;
                throw Failure(status);
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(attempts, calls);
    }

    [Fact]
    public void A_rate_limit_is_waited_for_as_long_as_the_server_asks()
    {
        TimeSpan wait = _retry.DelayOf(Failure(StatusCode.ResourceExhausted, "7"), attempt: 1)!.Value;

        Assert.InRange(wait.TotalSeconds, 7, 7.1);
        Assert.Null(_retry.DelayOf(Failure(StatusCode.ResourceExhausted, "3600"), attempt: 1));
        Assert.Null(_retry.DelayOf(Failure(StatusCode.ResourceExhausted, "soon"), attempt: 1));
    }

    [Fact]
    public void Delays_double_up_to_a_bound_and_are_spread()
    {
        double[] delays = [.. Enumerable.Range(1, 10).Select(attempt => _retry.DelayOf(Failure(StatusCode.Unavailable), attempt)!.Value.TotalMilliseconds)];

        for (int i = 0; i < delays.Length; i++)
        {
            double longest = Math.Min(100 * Math.Pow(2, i), 5000);
            Assert.InRange(delays[i], longest / 2, longest);
        }

        Assert.Equal(delays.Length, delays.Distinct().Count());
    }

    private static RpcException Failure(StatusCode status, string? retryAfter = null)
    {
        var trailers = new Metadata();
        if (retryAfter is not null)
        {
            trailers.Add("retry-after", retryAfter);
        }

        return new RpcException(new Status(status, "detail"), trailers);
    }
}
