using HybridAssistant.Core.Answers;

namespace HybridAssistant;

/// <summary>An answer and how it came about.</summary>
/// <param name="Answer">The verified answer, as the response carries it.</param>
/// <param name="Trace">What was retrieved and what was chosen; never sent to a customer.</param>
public sealed record AnsweredQuestion(Answer Answer, AnswerTrace Trace);
