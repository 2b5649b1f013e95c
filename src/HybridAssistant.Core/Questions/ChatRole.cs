namespace HybridAssistant.Core.Questions;

/// <summary>The speaker of a turn.</summary>
public enum ChatRole
{
    /// <summary>The customer.</summary>
    User,

    /// <summary>The assistant. Its words license nothing: a value is never taken from them.</summary>
    Assistant,
}
