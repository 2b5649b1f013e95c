using HybridAssistant.Core.Answers;

namespace HybridAssistant.Serving;

/// <summary>What is answered is final; how it is said is not.</summary>
/// <param name="Answer">The answer, with an empty text.</param>
public sealed record AnswerDecided(Answer Answer) : AnswerUpdate;
