namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Why an upstream gave no usable reply.</summary>
public enum UpstreamFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No response in time.</summary>
    TimedOut,

    /// <summary>It failed too often; nothing is sent for a while.</summary>
    CircuitOpen,

    /// <summary>It answered with an error status.</summary>
    Status,

    /// <summary>Its reply is not of the form that was asked for.</summary>
    Malformed,
}
