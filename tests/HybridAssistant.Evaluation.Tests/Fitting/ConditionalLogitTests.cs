using HybridAssistant.Evaluation.Fitting;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Evaluation.Tests.Fitting;

public sealed class ConditionalLogitTests
{
    private static readonly LinearModel Start = new(["near", "noise"], [0, 0], 0, 1);

    [Fact]
    public void Weights_follow_the_feature_that_tells_the_right_candidates()
    {
        LinearModel model = ConditionalLogit.Fit(Choices(), Start, new FittingOptions(), TestContext.Current.CancellationToken);

        Assert.True(model.Weights[0] > 2, $"near has {model.Weights[0]}");
        Assert.True(Math.Abs(model.Weights[1]) < model.Weights[0] / 2, $"noise has {model.Weights[1]}");
    }

    [Fact]
    public void A_question_without_a_right_candidate_teaches_the_score_of_none()
    {
        LinearModel model = ConditionalLogit.Fit(Choices(), Start, new FittingOptions(), TestContext.Current.CancellationToken);

        Assert.True(model.Score([1, 0.5]) > 0, "a near candidate is better than none");
        Assert.True(model.Score([0, 0.5]) < 0, "a far one is worse");
    }

    [Fact]
    public void Any_of_the_candidates_that_carry_the_value_may_be_chosen()
    {
        // Only the first of two right candidates is near: the other one carries the value by chance and costs nothing.
        LabelledChoice[] choices = [.. Enumerable.Range(0, 20).Select(i => new LabelledChoice($"c{i}", "a", [[1, 0], [0, 0], [0, 1]], [true, true, false]))];

        LinearModel model = ConditionalLogit.Fit(choices, Start, new FittingOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(1, ChoiceScore.Of(choices.Select(c => (c, model))).Accuracy);
        Assert.True(model.Weights[0] > 1);
    }

    [Fact]
    public void The_same_choices_give_the_same_weights() =>
        Assert.Equal(
            ConditionalLogit.Fit(Choices(), Start, new FittingOptions(), TestContext.Current.CancellationToken).Weights,
            ConditionalLogit.Fit(Choices(), Start, new FittingOptions(), TestContext.Current.CancellationToken).Weights);

    [Fact]
    public void Cross_validation_scores_each_group_by_weights_of_the_others()
    {
        LabelledChoice[] choices = Choices();

        ChoiceScore score = CrossValidation.Run(choices, Start, new FittingOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(choices.Length, score.Count);
        Assert.Equal(1, score.Accuracy);
        Assert.Equal(1, score.Auc);
    }

    // The right candidate is near; every fourth question has none.
    private static LabelledChoice[] Choices() =>
    [
        .. Enumerable.Range(0, 40).Select(i => new LabelledChoice(
            $"c{i}",
            i % 2 == 0 ? "a" : "b",
            i % 4 == 3 ? [[0.1, i % 3 / 2.0], [0, 0.5]] : [[0, i % 3 / 2.0], [1, i % 5 / 4.0]],
            i % 4 == 3 ? [false, false] : [false, true])),
    ];
}
