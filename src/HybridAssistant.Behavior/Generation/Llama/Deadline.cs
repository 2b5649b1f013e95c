namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Ends a reply when its time is up, its caller gives up, or nobody reads on.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _both;

    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _time = new CancellationTokenSource(limit, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(caller, _time.Token);
        Token = _both.Token;
    }

    /// <summary>Ends the reply.</summary>
    public CancellationToken Token { get; }

    /// <summary>Awaits, and tells the time-out from the caller's wish.</summary>
    /// <exception cref="GenerationTimeoutException">The time was up.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<bool> WatchAsync(ValueTask<bool> step)
    {
        try
        {
            return await step;
        }
        catch (OperationCanceledException cancelled) when (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancelled.Message, cancelled, _caller);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new GenerationTimeoutException(_limit, cancelled);
        }
    }

    public void Dispose()
    {
        _both.Cancel();
        _both.Dispose();
        _time.Dispose();
    }
}
