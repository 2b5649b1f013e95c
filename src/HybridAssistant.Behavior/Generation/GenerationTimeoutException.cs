using System.Globalization;

namespace HybridAssistant.Behavior.Generation;

/// <summary>A reply that was not complete in time.</summary>
public sealed class GenerationTimeoutException(TimeSpan limit, Exception innerException) : GenerationException(
    string.Create(CultureInfo.InvariantCulture, $"The language model did not complete the reply within {limit.TotalMilliseconds:0} ms (Behavior:Generation:TimeoutMilliseconds)."),
    innerException)
{
    /// <summary>The time that the reply had.</summary>
    public TimeSpan Limit { get; } = limit;
}
