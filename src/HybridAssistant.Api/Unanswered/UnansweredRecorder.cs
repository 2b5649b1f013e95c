using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Unanswered;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Api.Unanswered;

/// <summary>
/// Keeps the questions that no sheet answers, whichever door they came by. What is asked before the service listens is its own
/// warming up. A store that cannot be written costs a log line, never the answer.
/// </summary>
internal sealed class UnansweredRecorder(
    IQuestionAnswerer answerer, IUnansweredStore store, IHostApplicationLifetime lifetime, ILogger<UnansweredRecorder> logger) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public async Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default)
    {
        AnsweredQuestion answered = await answerer.AnswerAsync(question, whenDecided, cancellationToken);
        if (answered.Answer.Status == AnswerStatus.NotFound && lifetime.ApplicationStarted.IsCancellationRequested)
        {
            await RecordAsync(question.Message, answered.Trace, cancellationToken);
        }

        return answered;
    }

    private async Task RecordAsync(string message, AnswerTrace trace, CancellationToken cancellationToken)
    {
        try
        {
            await (trace.Retrieved is [var nearest, ..]
                ? store.AddAsync(message, nearest.Entry.Document, nearest.Entry.Page, cancellationToken)
                : store.AddAsync(message, nearestDocument: null, nearestPage: 0, cancellationToken));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.UnansweredNotKept(logger, e.Message);
        }
    }
}
