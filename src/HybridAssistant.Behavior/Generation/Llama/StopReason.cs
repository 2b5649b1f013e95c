namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Why a reply ended.</summary>
internal enum StopReason
{
    /// <summary>The constraint is complete, or the model ended its turn.</summary>
    Complete,

    /// <summary>The reply has as many tokens as it may.</summary>
    Length,
}
