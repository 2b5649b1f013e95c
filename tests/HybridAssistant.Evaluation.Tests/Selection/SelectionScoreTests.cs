using HybridAssistant.Evaluation.Scoring;
using HybridAssistant.Evaluation.Selection;

namespace HybridAssistant.Evaluation.Tests.Selection;

public sealed class SelectionScoreTests
{
    [Fact]
    public void Measures_the_choice_and_the_none_apart()
    {
        SelectionScore score = SelectionScore.Of(
        [
            Answerable(rank: 1, confidence: 0.9),
            Answerable(rank: 3, confidence: 0.4),
            Unanswerable(confidence: 0.4),
            Unanswerable(confidence: 0.1),
        ]);

        Assert.Equal(new Proportion(1, 2), score.Accuracy);
        Assert.Equal(new Proportion(2, 2), score.TopThree);
        Assert.Equal(0.875, score.Auc, 6);
        Assert.Equal(4, score.Cases);
    }

    private static SelectionResult Answerable(int rank, double confidence) =>
        new(new SelectionCase("a", "?", true, [], [], []), [], rank, confidence);

    private static SelectionResult Unanswerable(double confidence) =>
        new(new SelectionCase("u", "?", false, [], [], []), [], 0, confidence);
}
