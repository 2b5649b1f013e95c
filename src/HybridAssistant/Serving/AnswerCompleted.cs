using HybridAssistant.Core.Answers;

namespace HybridAssistant.Serving;

/// <summary>The last step.</summary>
/// <param name="Answer">The whole answer.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerUpdate;
