namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>An upstream model gave no usable reply; the composer answers.</summary>
public sealed class UpstreamException : GenerationException
{
    /// <summary>A failure.</summary>
    /// <param name="fault">Its kind.</param>
    /// <param name="message">What happened, at which address, and what to do; fit for a log.</param>
    /// <param name="status">HTTP status; null where no response came.</param>
    public UpstreamException(UpstreamFault fault, string message, int? status = null)
        : base(message)
    {
        Fault = fault;
        Status = status;
    }

    /// <summary>The kind of failure.</summary>
    public UpstreamFault Fault { get; }

    /// <inheritdoc />
    /// <remarks>A server of OpenAI's interface that answers with an error completes, and counts, nothing.</remarks>
    public override bool ReadNothing => Fault is UpstreamFault.Status or UpstreamFault.CircuitOpen;

    /// <summary>HTTP status of the response; null where none came.</summary>
    public int? Status { get; }
}
