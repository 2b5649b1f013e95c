using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Serving;

/// <summary>An answer whose facts are final and whose wording may still be on its way.</summary>
public sealed class PendingAnswer
{
    private readonly Task<AnsweredQuestion> _answering;

    private PendingAnswer(Answer decided, Task<AnsweredQuestion> answering)
    {
        Decided = decided;
        _answering = answering;
    }

    /// <summary>Status, facts and citations; its text is empty where it was not worded yet.</summary>
    public Answer Decided { get; }

    /// <summary>Asks, and returns as soon as it is decided. What fails before that is thrown here.</summary>
    /// <param name="answerer">Answers.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the work, the wording's too.</param>
    public static async Task<PendingAnswer> StartAsync(
        IQuestionAnswerer answerer, Question question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answerer);
        var decided = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AnsweredQuestion> answering = answerer.AnswerAsync(
            question,
            answer =>
            {
                decided.TrySetResult(answer);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        if (await Task.WhenAny(answering, decided.Task).ConfigureAwait(false) == answering)
        {
            decided.TrySetResult((await answering.ConfigureAwait(false)).Answer);
        }

        return new PendingAnswer(await decided.Task.ConfigureAwait(false), answering);
    }

    /// <summary>The whole answer, worded and verified.</summary>
    public async Task<Answer> WordedAsync() => (await _answering.ConfigureAwait(false)).Answer;
}
