using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Timeout;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>
/// How requests are sent: a limit on the whole, retries with backoff and jitter within it, a circuit breaker that sees each
/// attempt, and a limit on each attempt.
/// </summary>
public static class UpstreamResilience
{
    /// <summary>Adds the strategies, outermost first.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, UpstreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        // What became of a request is logged once, by whoever asked; each attempt is in the metrics.
        builder.ConfigureTelemetry(NullLoggerFactory.Instance);
        builder.AddTimeout(TimeSpan.FromMilliseconds(options.TimeoutMilliseconds));
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(RetryOf(options, builder.TimeProvider ?? TimeProvider.System));
        }

        builder.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = options.CircuitFailureRatio,
            MinimumThroughput = options.CircuitMinAttempts,
            SamplingDuration = TimeSpan.FromSeconds(options.CircuitSamplingSeconds),
            BreakDuration = TimeSpan.FromSeconds(options.CircuitBreakSeconds),
        });
        builder.AddTimeout(TimeSpan.FromMilliseconds(options.AttemptTimeoutMilliseconds));
    }

    private static HttpRetryStrategyOptions RetryOf(UpstreamOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            IsTransient(arguments.Outcome) && WaitOf(arguments.Outcome.Result, time).TotalMilliseconds < options.TimeoutMilliseconds),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    // A server that asks to wait longer than the customer waits is not asked again.
    private static TimeSpan WaitOf(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => TimeSpan.Zero,
    };
}
