using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior;

/// <summary>What is to be worded.</summary>
/// <param name="Question">The customer's question.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="IsRest">Whether another question of the same message was answered before it.</param>
public sealed record SpeakingRequest(Question Question, Decision Decision, bool IsRest)
{
    /// <summary>Counts what language models read and write for it; the parts of one message share it.</summary>
    public TokenTally Tokens { get; init; } = new();
}
