using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant;

/// <summary>Shorter ways to ask.</summary>
public static class AssistantExtensions
{
    /// <summary>Answers a question that has no turns before it.</summary>
    public static Task<Answer> AskAsync(this IAssistant assistant, string message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assistant);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return assistant.AskAsync(new Question { Message = message }, cancellationToken);
    }
}
