using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>What became of one case.</summary>
public sealed record CaseOutcome(
    string Id,
    string File,
    string Kind,
    bool Right,
    Shortfall Shortfall,
    AnswerStatus Status,
    string Answer,
    int DocumentRank,
    int PageRank,
    bool CitesPage,
    ImmutableArray<string> Ungrounded,
    string? JsonError,
    double Milliseconds)
{
    /// <summary>The outcome of a result.</summary>
    public static CaseOutcome Of(CaseResult result) => new(
        result.Case.Id,
        result.Case.File,
        result.Case.Kind,
        result.Right,
        result.Shortfall,
        result.Reply.Answer.Status,
        result.Reply.Answer.Text,
        result.DocumentRank,
        result.PageRank,
        result.CitesPage,
        result.Ungrounded,
        result.JsonError,
        Math.Round(result.Milliseconds, 2));
}
