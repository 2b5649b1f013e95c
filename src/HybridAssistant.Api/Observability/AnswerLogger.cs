using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Observability;

/// <summary>Writes a line for each answer; what was said only where Logging:Content is switched on.</summary>
internal sealed class AnswerLogger(IQuestionAnswerer answerer, IOptions<RequestLogOptions> options, ILogger<AnswerLogger> logger) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public async Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default)
    {
        AnsweredQuestion answered = await answerer.AnswerAsync(question, whenDecided, cancellationToken);
        Answer answer = answered.Answer;
        Log.Answered(logger, answer.Id, AnswerStatusName.Of(answer.Status), answer.Served.Variant, answer.Served.IndexVersion, answer.Timings.TotalMs);
        if (options.Value.Content)
        {
            Log.Said(logger, answer.Id, question.Message, answer.Text);
        }

        return answered;
    }
}
