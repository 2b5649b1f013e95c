using HybridAssistant.Core.Answers;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Tokens that language models read and wrote for an answer.</summary>
internal sealed record CompletionUsage(long PromptTokens, long CompletionTokens, long TotalTokens)
{
    /// <summary>An answer's tokens in OpenAI's words; null where they are not known.</summary>
    public static CompletionUsage? Of(TokenUsage? usage) => usage is null ? null
        : new CompletionUsage(usage.InputTokens, usage.OutputTokens, usage.InputTokens + usage.OutputTokens);
}
