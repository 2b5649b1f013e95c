namespace HybridAssistant.Behavior.Generation;

/// <summary>A model that cannot be loaded, cannot run where it was told to, or failed while it ran.</summary>
/// <param name="message">What, where, found against allowed, and what to do.</param>
/// <param name="path">The model's file.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class LanguageModelException(string message, string path, Exception? innerException = null)
    : GenerationException(message, innerException)
{
    /// <summary>The model's file.</summary>
    public string Path { get; } = path;
}
