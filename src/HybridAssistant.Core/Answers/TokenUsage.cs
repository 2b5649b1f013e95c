namespace HybridAssistant.Core.Answers;

/// <summary>Tokens of language models for one answer, over all calls that were made for it, those that came to nothing included.</summary>
/// <param name="InputTokens">Tokens read, prompts' instructions and examples included.</param>
/// <param name="OutputTokens">Tokens written.</param>
public sealed record TokenUsage(long InputTokens, long OutputTokens)
{
    /// <summary>No language model was asked.</summary>
    public static TokenUsage None { get; } = new(0, 0);
}
