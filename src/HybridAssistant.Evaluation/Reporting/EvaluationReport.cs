using System.Collections.Immutable;
using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>The scores of a run: of all cases, of each kind and of each file.</summary>
/// <param name="Variant">What worded the answers.</param>
/// <param name="Overall">All cases.</param>
/// <param name="Kinds">By kind, in alphabetical order.</param>
/// <param name="Files">By case file, in order of appearance.</param>
/// <param name="Shortfalls">How many cases failed for each reason, most frequent first.</param>
public sealed record EvaluationReport(
    string Variant,
    ScoreSet Overall,
    ImmutableArray<ScoreSet> Kinds,
    ImmutableArray<ScoreSet> Files,
    ImmutableArray<ShortfallCount> Shortfalls)
{
    /// <summary>Adds up the results of a run.</summary>
    public static EvaluationReport Of(string variant, IReadOnlyList<CaseResult> results) => new(
        variant,
        ScoreSet.Of("all", results),
        [.. results.GroupBy(result => result.Case.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ScoreSet.Of(group.Key, [.. group]))],
        [.. results.GroupBy(result => result.Case.File).Select(group => ScoreSet.Of(group.Key, [.. group]))],
        [.. results.Where(result => !result.Right).GroupBy(result => result.Shortfall)
            .Select(group => new ShortfallCount(group.Key, group.Count()))
            .OrderByDescending(count => count.Cases).ThenBy(count => count.Shortfall)]);
}
