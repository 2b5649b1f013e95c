namespace HybridAssistant.Behavior.Generation;

/// <summary>An adapter that is not there, or that cannot be used with the model.</summary>
/// <param name="message">What, where, found against allowed, and what to do.</param>
/// <param name="adapter">The adapter's name.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class AdapterException(string message, string adapter, Exception? innerException = null)
    : GenerationException(message, innerException)
{
    /// <inheritdoc />
    public override bool ReadNothing => true;

    /// <summary>The adapter's name.</summary>
    public string Adapter { get; } = adapter;
}
