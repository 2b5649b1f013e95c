using System.Globalization;
using HybridAssistant.Evaluation.Selection;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Cli.Output;

/// <summary>What the selector chose, for people: the score, and each wrong choice beside the right line.</summary>
internal static class SelectionText
{
    private const int MaxLines = 4;

    public static void Write(TextWriter output, SelectionScore score, IReadOnlyList<SelectionResult> results, bool explain)
    {
        foreach (SelectionResult wrong in results.Where(result => result.Case.Answerable && result.RankOfRight != 1))
        {
            output.WriteLine(Invariant($"{wrong.Case.Id}: {wrong.Case.Question}  (right one at rank {wrong.RankOfRight}, confidence {wrong.Confidence:0.00})"));
            foreach (ScoredFact fact in explain ? wrong.Facts.Take(MaxLines) : [])
            {
                output.WriteLine(Invariant($"  {fact.Score,8:0.000}  {EntryText.Line(fact.Entry)}  ({fact.Entry.Document}, p. {fact.Entry.Page})"));
                output.WriteLine($"            {fact.Features}");
            }

            foreach (ScoredFact right in explain && wrong.RankOfRight > 1 ? wrong.Facts.Skip(wrong.RankOfRight - 1).Take(1) : [])
            {
                output.WriteLine(Invariant($"  right: {right.Score:0.000}  {EntryText.Line(right.Entry)}  ({right.Entry.Document}, p. {right.Entry.Page})"));
                output.WriteLine($"            {right.Features}");
            }
        }

        output.WriteLine(Invariant($"best line right  {score.Accuracy.Count}/{score.Accuracy.Of} = {score.Accuracy.Share:0.000}  ({score.Accuracy.Low:0.000} - {score.Accuracy.High:0.000})"));
        output.WriteLine(Invariant($"among first three {score.TopThree.Count}/{score.TopThree.Of} = {score.TopThree.Share:0.000}"));
        output.WriteLine(Invariant($"AUC of \"none\"     {score.Auc:0.000}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
