using HybridAssistant.Evaluation.Selection;

namespace HybridAssistant.Cli.Output;

/// <summary>The last line of `hybrid eval --selection FILE --json`.</summary>
internal sealed record SelectionSummary(double Accuracy, double Auc, int Cases, double TopThree)
{
    public static SelectionSummary Of(SelectionScore score) => new(
        Math.Round(score.Accuracy.Share ?? 0, 4), Math.Round(score.Auc, 4), score.Cases, Math.Round(score.TopThree.Share ?? 0, 4));
}
