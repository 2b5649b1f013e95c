using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Api.Unanswered;

/// <summary>
/// Keeps the questions that no sheet answers, whichever door they came by. What is asked before the service listens is no customer's,
/// as the questions of a demonstration.
/// </summary>
internal sealed class UnansweredRecorder(IQuestionAnswerer answerer, UnansweredQueue queue, IHostApplicationLifetime lifetime) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public async Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default)
    {
        AnsweredQuestion answered = await answerer.AnswerAsync(question, whenDecided, cancellationToken);
        if (answered.Answer.Status == AnswerStatus.NotFound && lifetime.ApplicationStarted.IsCancellationRequested)
        {
            queue.Add(answered.Trace.Retrieved is [var nearest, ..]
                ? new UnansweredNote(question.Message, nearest.Entry.Document, nearest.Entry.Page)
                : new UnansweredNote(question.Message, null, 0));
        }

        return answered;
    }
}
