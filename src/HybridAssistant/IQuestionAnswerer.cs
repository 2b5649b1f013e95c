using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant;

/// <summary>Answers questions from the index: what the HTTP API, the command line and the evaluation call.</summary>
public interface IQuestionAnswerer
{
    /// <summary>Answers one question from one consistent view of the index.</summary>
    /// <param name="question">The question with the turns before it.</param>
    /// <param name="whenDecided">Is told status, facts and citations as soon as they are final, before they are worded; null: nobody.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    /// <returns>The verified answer, and how it came about.</returns>
    Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default);
}
