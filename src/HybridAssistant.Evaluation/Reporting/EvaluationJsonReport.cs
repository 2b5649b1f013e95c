using System.Collections.Immutable;
using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>A report with the outcome of every case, as JSON carries it.</summary>
/// <param name="Report">The scores.</param>
/// <param name="Cases">Each case, in the order asked.</param>
public sealed record EvaluationJsonReport(EvaluationReport Report, ImmutableArray<CaseOutcome> Cases)
{
    /// <summary>The report of a run.</summary>
    public static EvaluationJsonReport Of(EvaluationReport report, IEnumerable<CaseResult> results) =>
        new(report, [.. results.Select(CaseOutcome.Of)]);
}
