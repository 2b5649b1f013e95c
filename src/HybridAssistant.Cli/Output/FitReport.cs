using System.Collections.Immutable;
using System.Globalization;
using HybridAssistant.Evaluation.Fitting;
using HybridAssistant.Evaluation.Scoring;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Cli.Output;

/// <summary>Fits the selectors' weights on scored cases, says what that is worth on unseen ones, and writes the weights.</summary>
internal static class FitReport
{
    /// <summary>Fits and writes <c>selector-weights.tsv</c> and <c>sentence-weights.tsv</c>.</summary>
    public static async Task WriteAsync(ImmutableArray<CaseResult> results, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await FitAsync("facts", ChoiceLabeller.Facts(results), FeatureFactSelector.Shipped, Path.Combine(folder, "selector-weights.tsv"), output, cancellationToken);
        await FitAsync("sentences", ChoiceLabeller.Sentences(results), SentenceSelector.Shipped, Path.Combine(folder, "sentence-weights.tsv"), output, cancellationToken);
    }

    private static async Task FitAsync(
        string what, ImmutableArray<LabelledChoice> choices, LinearModel start, string file, TextWriter output, CancellationToken cancellationToken)
    {
        var options = new FittingOptions();
        ChoiceScore before = ChoiceScore.Of(choices.Select(c => (c, start)));
        ChoiceScore after = CrossValidation.Run(choices, start, options, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {before.Count} questions; best one right {before.Accuracy:0.000} -> {after.Accuracy:0.000}, AUC {before.Auc:0.000} -> {after.Auc:0.000} (each file of cases scored by weights of the others)"));
        LinearModel model = ConditionalLogit.Fit(choices, start, options, cancellationToken);
        IEnumerable<string> rows = model.Names.Zip(model.Weights).Append(("none", model.None)).Append(("slope", model.Slope))
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Item1}\t{w.Item2:0.##}"));
        await File.WriteAllLinesAsync(file, rows, cancellationToken);
    }
}
