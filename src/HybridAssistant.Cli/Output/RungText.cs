using System.Globalization;
using HybridAssistant.Evaluation.Reporting;
using HybridAssistant.Evaluation.Scoring;
using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Several variants on the same cases, side by side.</summary>
internal static class RungText
{
    public static void Write(IAnsiConsole console, IEnumerable<EvaluationReport> reports)
    {
        var table = new TextTable(
            "variant", "value right", "in the text", "wrong", "refused right", "ungrounded", "valid JSON", "by a model", "taken over", "p50 / p95 ms");
        foreach (EvaluationReport report in reports)
        {
            ScoreSet scores = report.Overall;
            table.Add(
                report.Variant,
                Share(scores.ValueAccuracy),
                Share(scores.TextAccuracy),
                Share(scores.Wrong),
                Share(scores.RefusalRecall),
                Share(scores.Ungrounded),
                Share(scores.JsonValid),
                Share(scores.WordedByModel),
                Share(scores.TakenOver),
                string.Create(CultureInfo.InvariantCulture, $"{scores.LatencyP50:0.0} / {scores.LatencyP95:0.0}"));
        }

        table.Write(console);
    }

    private static string Share(Proportion share) => string.Create(CultureInfo.InvariantCulture, $"{share.Count}/{share.Of}");
}
