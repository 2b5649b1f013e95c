using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Scoring;
using static HybridAssistant.Evaluation.Tests.SampleReply;

namespace HybridAssistant.Evaluation.Tests.Scoring;

public sealed class CaseScorerTests
{
    private static readonly EvaluationCase AsksWeight = new()
    {
        Id = "w", File = "f", Document = "kx.pdf", Page = 2, Question = "Weight of the KX-200?",
        Answerable = true, Values = ["12.4 kg"], Kind = "value",
    };

    private static readonly EvaluationCase Unanswerable = new()
    {
        Id = "u", File = "f", Question = "Price of the KX-200?", Answerable = false, Kind = "unanswerable",
    };

    private static readonly EvaluationCase AsksToClarify = AsksWeight with
    {
        ExpectsClarification = true, Values = ["KX-200", "KX-250"],
    };

    [Fact]
    public void A_value_said_in_the_first_facts_is_right()
    {
        CaseResult result = CaseScorer.Score(AsksWeight, Of(AnswerStatus.Answered, "See below.", [Weight]), Sheet);

        Assert.True(result.Right);
        Assert.True(result.CitesPage);
        Assert.Equal(1, result.PageRank);
        Assert.Equal(Shortfall.None, result.Shortfall);
    }

    [Fact]
    public void A_value_in_the_fifth_fact_is_too_late()
    {
        CaseResult result = CaseScorer.Score(
            AsksWeight, Of(AnswerStatus.Answered, "See below.", [Pressure, Pressure, Pressure, Pressure, Weight]), Sheet);

        Assert.False(result.Right);
        Assert.Equal(Shortfall.WrongFactChosen, result.Shortfall);
    }

    [Fact]
    public void A_comparison_may_say_it_in_the_fifth_fact()
    {
        CaseResult result = CaseScorer.Score(
            AsksWeight with { Kind = "comparison" },
            Of(AnswerStatus.Answered, "See below.", [Pressure, Pressure, Pressure, Pressure, Weight]),
            Sheet);

        Assert.True(result.Right);
    }

    [Fact]
    public void A_value_that_no_fact_carries_was_not_read()
    {
        CaseResult result = CaseScorer.Score(
            AsksWeight with { Values = ["13 kg"] }, Of(AnswerStatus.NotFound, "Not stated.", []), Sheet);

        Assert.Equal(Shortfall.NotRead, result.Shortfall);
        Assert.True(result.Declined);
    }

    [Fact]
    public void A_value_that_only_doubtful_facts_carry_is_said_so()
    {
        var doubtful = Sheet with { Facts = [Weight with { Doubt = "readings disagree" }] };

        CaseResult result = CaseScorer.Score(AsksWeight, Of(AnswerStatus.NotFound, "Not stated.", []), doubtful);

        Assert.Equal(Shortfall.ReadAsDoubtful, result.Shortfall);
    }

    [Theory]
    [InlineData(AnswerStatus.NotFound, Shortfall.Refused)]
    [InlineData(AnswerStatus.Clarify, Shortfall.AskedBack)]
    public void Names_what_the_reply_did_with_a_retrieved_value(AnswerStatus status, Shortfall expected)
    {
        CaseResult result = CaseScorer.Score(AsksWeight, Of(status, "Hm.", [], retrieved: [Pressure, Weight]), Sheet);

        Assert.Equal(expected, result.Shortfall);
    }

    [Fact]
    public void A_value_that_retrieval_missed_is_said_so()
    {
        CaseResult result = CaseScorer.Score(AsksWeight, Of(AnswerStatus.NotFound, "Hm.", [], retrieved: [Pressure]), Sheet);

        Assert.Equal(Shortfall.NotRetrieved, result.Shortfall);
    }

    [Theory]
    [InlineData(AnswerStatus.NotFound, true)]
    [InlineData(AnswerStatus.Refused, true)]
    [InlineData(AnswerStatus.Clarify, false)]
    [InlineData(AnswerStatus.Answered, false)]
    public void An_unanswerable_case_is_right_when_it_is_declined(AnswerStatus status, bool right)
    {
        CaseResult result = CaseScorer.Score(Unanswerable, Of(status, "Hm.", []), null);

        Assert.Equal(right, result.Right);
    }

    [Fact]
    public void A_clarification_must_offer_every_choice()
    {
        CaseResult all = CaseScorer.Score(
            AsksToClarify, Of(AnswerStatus.Clarify, "Which?", [], choices: ["kx-250", "KX-200", "KX-300"]), Sheet);
        CaseResult some = CaseScorer.Score(AsksToClarify, Of(AnswerStatus.Clarify, "Which?", [], choices: ["KX-200"]), Sheet);

        Assert.True(all.Right);
        Assert.False(some.Right);
        Assert.Equal(Shortfall.NotClarified, some.Shortfall);
    }
}
