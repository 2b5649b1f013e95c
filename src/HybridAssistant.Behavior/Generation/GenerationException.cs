namespace HybridAssistant.Behavior.Generation;

/// <summary>A language model that could not be run, or a reply that it could not give.</summary>
public abstract class GenerationException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether it failed before the model read any token.</summary>
    public virtual bool ReadNothing => false;
}
