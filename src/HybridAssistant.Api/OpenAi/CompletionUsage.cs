namespace HybridAssistant.Api.OpenAi;

/// <summary>Tokens that a language model read and wrote for an answer.</summary>
internal sealed record CompletionUsage(int PromptTokens, int CompletionTokens, int TotalTokens)
{
    /// <summary>Where no language model was asked.</summary>
    public static CompletionUsage None { get; } = new(0, 0, 0);
}
