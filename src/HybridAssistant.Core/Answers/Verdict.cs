namespace HybridAssistant.Core.Answers;

/// <summary>A polarity that was decided from typed values; generated text never decides one.</summary>
public enum Verdict
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
