using System.Collections.Immutable;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Evaluation.Fitting;

/// <summary>How well a model chooses.</summary>
/// <param name="Accuracy">Share of the questions with a right candidate whose best one is right, 0 to 1.</param>
/// <param name="Auc">Area under the ROC curve of the best score, of right choices against all others, 0 to 1.</param>
/// <param name="Count">Questions.</param>
public readonly record struct ChoiceScore(double Accuracy, double Auc, int Count)
{
    /// <summary>Scores the model's choices; each question may have a model of its own, for cross-validation.</summary>
    public static ChoiceScore Of(IEnumerable<(LabelledChoice Choice, LinearModel Model)> choices)
    {
        ImmutableArray<(bool HasRight, bool IsRight, double Score)> made =
        [
            .. choices.Where(c => c.Choice.Candidates.Length > 0).Select(c =>
            {
                double[] scores = [.. c.Choice.Candidates.Select(f => c.Model.Score(f))];
                int best = Array.IndexOf(scores, scores.Max());
                return (c.Choice.HasRight, c.Choice.Right[best], scores[best]);
            }),
        ];
        double[] right = [.. made.Where(m => m.IsRight).Select(m => m.Score)];
        double[] wrong = [.. made.Where(m => !m.IsRight).Select(m => m.Score)];
        double above = right.Sum(r => wrong.Count(w => w < r) + (0.5 * wrong.Count(w => w == r)));
        return new ChoiceScore(
            (double)right.Length / Math.Max(1, made.Count(m => m.HasRight)),
            right.Length == 0 || wrong.Length == 0 ? 0 : above / ((double)right.Length * wrong.Length),
            made.Length);
    }
}
