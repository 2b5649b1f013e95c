using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Answers which models have something from the marks of a table of features: "which relays can do muting".</summary>
internal static class FeatureComparison
{
    private const int MaxListed = 20;
    private const double SheetGap = 0.97;

    // The feature's words are most of what is asked.
    private const double MinCoverage = 0.35;

    // A row of marks whose whole label is in the question leaves little doubt.
    private const double LeastConfidence = 0.6;

    /// <summary>The decision; null where no row of marks is what is asked.</summary>
    public static Decision? Decide(QuestionAnalysis question, FactSelection selection)
    {
        if (question.Form is not (AnswerForm.PartNumber or AnswerForm.Threshold) || question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant)
            || selection.Facts.FirstOrDefault(IsAskedMark) is not { Entry: not null } first
            || first.Features.Sheet < selection.Facts[0].Features.Sheet * SheetGap)
        {
            return null;
        }

        Fact label = first.Entry.Fact!;
        ScoredFact[] row =
        [
            .. selection.Facts.Where(f => IsAskedMark(f) && f.Entry.Document == label.Document && f.Entry.Fact!.Section == label.Section
                && f.Entry.Fact.Attribute == label.Attribute && f.Entry.Fact.Condition == label.Condition),
        ];
        ImmutableArray<ScoredFact> having = [.. row.Where(f => !FeatureMarks.Denies(f.Entry.Fact!.Value)).OrderBy(f => f.Entry.Fact!.Ordinal)];
        return row.Length < 2 || having.IsEmpty ? null : new Decision
        {
            Status = AnswerStatus.Answered,
            Evidence =
            [
                .. having.Take(MaxListed).Select(f => AnswerDecider.ToEvidence(f) with { Meaning = MarkLegend.MeaningOf(f.Entry.Fact!, selection.Facts) }),
            ],
            Form = question.Form,
            HasMore = having.Length > MaxListed,
            Confidence = Math.Max(selection.Confidence, LeastConfidence),
        };
    }

    private static bool IsAskedMark(ScoredFact fact) =>
        fact.Entry.Fact!.Product.Length > 0 && fact.Features.Label >= 1 && fact.Features.Coverage >= MinCoverage && FeatureMarks.IsMark(fact.Entry.Fact.Value);
}
