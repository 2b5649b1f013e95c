using HybridAssistant.Behavior.Generation.Llama;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

public sealed class BatchThreadsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Fewer_are_measured_once_then_many_are_used()
    {
        BatchThreads threads = Make();

        Assert.Equal([1, 2, 2, 2], Enumerable.Range(0, 4).Select(_ => Run(threads, 64, many: 0.1, fewer: 0.2)));
        Assert.Equal(1, Run(threads, 8, many: 0.02, fewer: 0.03));
        Assert.Equal(2, threads.For(64));
    }

    [Fact]
    public void Fewer_are_measured_again_when_many_have_become_slow()
    {
        BatchThreads threads = Make();
        Run(threads, 64, many: 0.1, fewer: 0.3);
        Run(threads, 64, many: 0.1, fewer: 0.3);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([2, 1, 2, 1], Enumerable.Range(0, 4).Select(_ => Run(threads, 64, many: 0.4, fewer: 0.2)));
    }

    [Fact]
    public void While_many_are_slower_fewer_are_used_and_many_tried_ever_more_rarely()
    {
        BatchThreads threads = Make();
        Run(threads, 64, many: 3, fewer: 0.2);
        int tries = Enumerable.Range(0, 300).Count(_ => Run(threads, 64, many: 3, fewer: 0.2) == 2);

        // Within a minute and a quarter.
        Assert.InRange(tries, 3, 6);
    }

    [Fact]
    public void Once_it_is_quiet_again_many_are_used_again()
    {
        BatchThreads threads = Make();
        Run(threads, 64, many: 3, fewer: 0.2);
        Assert.Equal(2, Run(threads, 64, many: 3, fewer: 0.2));
        Assert.Equal(1, Run(threads, 64, many: 0.1, fewer: 0.2));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([2, 2, 2], Enumerable.Range(0, 3).Select(_ => Run(threads, 64, many: 0.1, fewer: 0.2)));
    }

    [Fact]
    public void One_thread_is_one_thread() => Assert.Equal(1, new BatchThreads(1, 1, _time, NullLogger.Instance).For(64));

    private BatchThreads Make() => new(many: 2, fewer: 1, _time, NullLogger.Instance);

    private int Run(BatchThreads threads, int tokens, double many, double fewer)
    {
        int used = threads.For(tokens);
        var elapsed = TimeSpan.FromSeconds(used == 1 ? fewer : many);
        _time.Advance(elapsed);
        threads.Observe(tokens, used, elapsed);
        return used;
    }
}
