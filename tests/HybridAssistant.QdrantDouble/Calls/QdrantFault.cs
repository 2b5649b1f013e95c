using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>A planned failure or delay of some calls of a method.</summary>
public sealed record QdrantFault
{
    /// <summary>Service and method, such as <c>Points/Upsert</c>; null: every call.</summary>
    public string? Method { get; init; }

    /// <summary>Which of those calls count; null: all.</summary>
    public Func<RecordedCall, bool>? When { get; init; }

    /// <summary>Counting calls to let pass before the fault begins.</summary>
    public int After { get; init; }

    /// <summary>Calls that it hits.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How the call fails; null: it is only delayed.</summary>
    public StatusCode? Status { get; init; }

    /// <summary>The text of the failure.</summary>
    public string Detail { get; init; } = "injected fault";

    /// <summary>Metadata of the failure, such as <c>retry-after</c> (seconds).</summary>
    public Metadata Trailers { get; init; } = [];

    /// <summary>How long the call is held first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>True: the server carries the call out and then its answer is lost.</summary>
    public bool AfterApplying { get; init; }

    /// <summary>The refusal of a rate limit: RESOURCE_EXHAUSTED with <c>retry-after</c>.</summary>
    /// <param name="method">Service and method.</param>
    /// <param name="retryAfterSeconds">Seconds to wait, as the server says it.</param>
    public static QdrantFault RateLimited(string method, int retryAfterSeconds) => new()
    {
        Method = method,
        Status = StatusCode.ResourceExhausted,
        Detail = "Rate limiting exceeded",
        Trailers = new Metadata { { "retry-after", retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) } },
    };
}
