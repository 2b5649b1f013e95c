using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Api.Tests;

/// <summary>Answers every question alike, so that what is tested is the service around the answer.</summary>
internal sealed class StubAnswerer : IQuestionAnswerer
{
    private static readonly Fact Weight = new()
    {
        Id = "f1", Document = "kx.pdf", Page = 2, Attribute = "Weight", Value = "12.4", Unit = "kg", Box = new BoundingBox(10, 20, 30, 40), Confidence = 1,
    };

    public Question? LastQuestion { get; private set; }

    /// <summary>What the answers say that their wording took.</summary>
    public TokenUsage? Usage { get; set; } = TokenUsage.None;

    /// <summary>What a message that begins with "slow" waits for before it is worded.</summary>
    public TaskCompletionSource Worded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<AnsweredQuestion> AnswerAsync(
        Question question, Func<Answer, ValueTask>? whenDecided = null, CancellationToken cancellationToken = default)
    {
        LastQuestion = question;
        return question.Message.StartsWith("fail", StringComparison.Ordinal)
            ? throw new InvalidOperationException("the inside of the service")
            : WaitAsync(question, whenDecided, cancellationToken);
    }

    private async Task<AnsweredQuestion> WaitAsync(Question question, Func<Answer, ValueTask>? whenDecided, CancellationToken cancellationToken)
    {
        if (question.Message.StartsWith("never", StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        bool isUnknown = question.Message.StartsWith("unknown", StringComparison.OrdinalIgnoreCase);
        var answer = new Answer
        {
            Id = "a1",
            ConversationId = question.ConversationId,
            Status = isUnknown ? AnswerStatus.NotFound : AnswerStatus.Answered,
            Text = "The KX-200 weighs 12.4 kg. That is 27.3 lb.",
            Facts = [new AnswerFact("KX-200", null, "Weight", null, "12.4", "kg", 1)],
            Derived = [new DerivedQuantity(0, "27.3", "lb")],
            Choices = [],
            Citations = [new Citation(1, "kx.pdf", "KX pumps", "B", 2, "Weight 12.4 kg", new BoundingBox(10, 20.126, 30, 40), ReadBy.Text)],
            Confidence = 0.9,
            Served = new Served("composer", null, null, "7"),
            Timings = new Timings(1, 2, 3, 4, 10),
            Usage = Usage,
        };
        if (whenDecided is not null)
        {
            await whenDecided(answer with { Text = "" });
        }

        if (question.Message.StartsWith("slow", StringComparison.Ordinal))
        {
            await Worded.Task.WaitAsync(cancellationToken);
        }

        return new AnsweredQuestion(answer, new AnswerTrace
        {
            Decision = new Decision { Status = answer.Status, Confidence = 0.9 },
            Retrieved = [new ScoredEntry(new IndexEntry(Weight, null, "KX pumps", "B"), 1)],
        });
    }
}
