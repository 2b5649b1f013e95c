using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>How well the selector alone chooses.</summary>
/// <param name="Accuracy">Answerable cases whose best candidate is a right one, whatever the threshold.</param>
/// <param name="TopThree">Answerable cases with a right one among the best three.</param>
/// <param name="Auc">Probability that an answerable case scores above an unanswerable one; ties count half.</param>
/// <param name="Cases">Number of cases.</param>
public sealed record SelectionScore(Proportion Accuracy, Proportion TopThree, double Auc, int Cases)
{
    /// <summary>Adds up some results.</summary>
    public static SelectionScore Of(IReadOnlyList<SelectionResult> results)
    {
        SelectionResult[] answerable = [.. results.Where(result => result.Case.Answerable)];
        double[] positives = [.. answerable.Select(result => result.Confidence)];
        double[] negatives = [.. results.Where(result => !result.Case.Answerable).Select(result => result.Confidence)];
        return new SelectionScore(
            Proportion.Among(answerable, result => result.RankOfRight == 1),
            Proportion.Among(answerable, result => result.RankOfRight is >= 1 and <= 3),
            AreaUnderCurve(positives, negatives),
            results.Count);
    }

    private static double AreaUnderCurve(double[] positives, double[] negatives)
    {
        if (positives.Length == 0 || negatives.Length == 0)
        {
            return double.NaN;
        }

        double wins = positives.Sum(positive => negatives.Sum(negative => positive > negative ? 1 : positive == negative ? 0.5 : 0));
        return wins / ((double)positives.Length * negatives.Length);
    }
}
