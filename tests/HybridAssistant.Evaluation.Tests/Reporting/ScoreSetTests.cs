using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Reporting;
using HybridAssistant.Evaluation.Scoring;
using static HybridAssistant.Evaluation.Tests.SampleReply;

namespace HybridAssistant.Evaluation.Tests.Reporting;

public sealed class ScoreSetTests
{
    [Fact]
    public void Counts_each_score_over_the_cases_that_it_is_about()
    {
        EvaluationCase weight = new()
        {
            Id = "w", File = "f", Document = "kx.pdf", Page = 2, Question = "Weight?", Answerable = true,
            Values = ["12.4 kg"], Kind = "value",
        };
        EvaluationCase price = new() { Id = "p", File = "f", Question = "Price?", Answerable = false, Kind = "unanswerable" };
        CaseResult[] results =
        [
            CaseScorer.Score(weight, Of(AnswerStatus.Answered, "12.4 kg.", [Weight]), Sheet) with { Milliseconds = 10 },
            CaseScorer.Score(weight, Of(AnswerStatus.Answered, "16 bar.", [Pressure]), Sheet) with { Milliseconds = 20, Ungrounded = ["9"] },
            CaseScorer.Score(weight, Of(AnswerStatus.NotFound, "No.", []), Sheet) with { Milliseconds = 30 },
            CaseScorer.Score(weight, Of(AnswerStatus.Clarify, "Which?", []), Sheet) with { Milliseconds = 40 },
            CaseScorer.Score(price, Of(AnswerStatus.NotFound, "No.", []), null) with { Milliseconds = 50 },
        ];

        ScoreSet scores = ScoreSet.Of("all", results);

        Assert.Equal(new Proportion(1, 4), scores.ValueAccuracy);
        Assert.Equal(new Proportion(1, 4), scores.Wrong);
        Assert.Equal(new Proportion(2, 2), scores.CitationPage);
        Assert.Equal(new Proportion(1, 4), scores.FalseRefusals);
        Assert.Equal(new Proportion(1, 1), scores.RefusalRecall);
        Assert.Equal(new Proportion(1, 2), scores.RefusalPrecision);
        Assert.Equal(new Proportion(2, 4), scores.PageRecallAt1);
        Assert.Equal(new Proportion(1, 5), scores.Ungrounded);
        Assert.Equal(1.0, scores.FactsPerAnswer);
        Assert.Equal(30, scores.LatencyP50);
        Assert.Equal(50, scores.LatencyP95);
    }
}
