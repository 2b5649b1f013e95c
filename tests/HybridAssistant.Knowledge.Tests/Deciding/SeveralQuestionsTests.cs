using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Tests.Selection;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class SeveralQuestionsTests
{
    private readonly FactBuilder _facts = new("kx.pdf", "KX series");

    [Fact]
    public void Answers_are_joined_in_order_and_conversions_keep_their_fact()
    {
        Decision pressure = Answered("14", "bar") with { Derived = [new DerivedQuantity(0, "203", "psi")] };
        Decision length = Answered("2", "m") with { Derived = [new DerivedQuantity(0, "6.6", "ft")] };

        Decision joined = SeveralQuestions.Join(SeveralQuestions.ToWord([pressure, length]));

        Assert.Equal(["14", "2"], joined.Evidence.Select(e => e.Fact!.Value));
        Assert.Equal([0, 1], joined.Derived.Select(d => d.Fact));
    }

    [Fact]
    public void What_is_not_stated_is_said_behind_what_is()
    {
        Decision[] worded = [.. SeveralQuestions.ToWord([Nothing(AnswerStatus.NotFound), Answered("14", "bar")])];

        Assert.Equal([AnswerStatus.Answered, AnswerStatus.NotFound], worded.Select(d => d.Status));
        Assert.Equal(AnswerStatus.Answered, SeveralQuestions.Join([.. worded]).Status);
    }

    [Theory]
    [InlineData(AnswerStatus.Clarify)]
    [InlineData(AnswerStatus.Refused)]
    public void A_question_back_or_a_refusal_stands_for_the_whole_message(AnswerStatus status) =>
        Assert.Equal(status, SeveralQuestions.Join(SeveralQuestions.ToWord([Answered("14", "bar"), Nothing(status)])).Status);

    private Decision Answered(string value, string unit) => new()
    {
        Status = AnswerStatus.Answered,
        Evidence = [new Evidence { Fact = _facts.Fact("KX-200", "Value", "", value, unit).Entry.Fact, Title = "KX series" }],
        Confidence = 0.9,
    };

    private static Decision Nothing(AnswerStatus status) => new() { Status = status, Confidence = 0.9 };
}
