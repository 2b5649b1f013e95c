namespace HybridAssistant.Behavior.Grounding.Filling;

/// <summary>A model's reply is not of the form that was asked for.</summary>
public sealed class ReplyFormatException : Exception
{
    /// <summary>A fault.</summary>
    /// <param name="message">What was found, against what is allowed.</param>
    /// <param name="innerException">What the parser said; null where there was none.</param>
    public ReplyFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
