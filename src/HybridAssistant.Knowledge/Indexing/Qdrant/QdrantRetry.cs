using System.Globalization;
using Grpc.Core;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>
/// Tries a call again that failed for a reason that passes: no server (UNAVAILABLE), no answer in time (DEADLINE_EXCEEDED)
/// or a rate limit (RESOURCE_EXHAUSTED with a time to wait). For reads and for writes that may be done twice; all of the
/// index's are. The client itself tries nothing again.
/// </summary>
internal sealed class QdrantRetry
{
    private const string RetryAfter = "retry-after";

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    // A server that asks for more is not waited for: the caller learns it instead.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly int _attempts;
    private readonly TimeProvider _time;
    private readonly Random _random;

    /// <summary>Makes the policy.</summary>
    /// <param name="attempts">Attempts in all, at least 1.</param>
    /// <param name="time">Clock of the delays.</param>
    /// <param name="seed">Spreads the delays of many clients.</param>
    public QdrantRetry(int attempts, TimeProvider time, int seed)
    {
        _attempts = attempts;
        _time = time;
        _random = new Random(seed);
    }

    /// <summary>Runs a call until it succeeds, fails for good or has been tried often enough.</summary>
    /// <exception cref="RpcException">The last failure.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (RpcException failure) when (!cancellationToken.IsCancellationRequested && attempt < _attempts && DelayOf(failure, attempt) is { } wait)
            {
                delay = wait;
            }

            await Task.Delay(delay, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>How long to wait after a failed attempt; null: it is not tried again.</summary>
    internal TimeSpan? DelayOf(RpcException failure, int attempt) => failure.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Backoff(attempt),
        // Without a time to wait it is a full disk, a quota or an answer too large for the client: no retry mends these.
        StatusCode.ResourceExhausted => Asked(failure) is { } asked && asked <= LongestWait ? asked + Backoff(1) : null,
        _ => null,
    };

    private static TimeSpan? Asked(RpcException failure) =>
        failure.Trailers.GetValue(RetryAfter) is { } text
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private TimeSpan Backoff(int attempt)
    {
        double share;
        lock (_random)
        {
            share = 0.5 + (_random.NextDouble() / 2);
        }

        return TimeSpan.FromTicks((long)(share * Math.Min(FirstDelay.Ticks << (attempt - 1), LongestDelay.Ticks)));
    }
}
