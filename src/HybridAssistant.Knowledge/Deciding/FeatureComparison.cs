using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
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
        if (question.Form is not (AnswerForm.PartNumber or AnswerForm.Threshold) || !question.Words.Any(w => w.Text is "which" or "list" or "name")
            || question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant)
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
        return row.Length < 2 || having.IsEmpty ? null : Answered(question, having, selection);
    }

    /// <summary>
    /// The models whose line has in its value what the question asks for and a sibling's has not: "which transmitters carry ATEX";
    /// null where no model is asked for, or the best line tells none apart.
    /// </summary>
    public static Decision? DecideStated(QuestionAnalysis question, FactSelection selection, DecidingOptions options)
    {
        if (question.Form != AnswerForm.PartNumber || !question.Words.Any(w => w.Text is "which" or "list" or "name")
            || question.Attributes.Any(a => a.Concept.Family == "partnumber")
            || question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant)
            || selection.Facts.IsEmpty || selection.Confidence < options.MinConfidence
            || selection.Facts[0] is not { Features: { Label: >= 1, Coverage: >= MinCoverage, Missed: < 1 } } best || best.Entry.Fact!.Product.Length == 0)
        {
            return null;
        }

        HashSet<string> asked = StatedOf(question, best.Entry.Fact);
        ScoredFact[] row =
        [
            .. selection.Facts.Where(f => f.Entry.Document == best.Entry.Document && f.Entry.Fact!.Product.Length > 0
                && f.Entry.Fact.Section == best.Entry.Fact.Section && f.Entry.Fact.Attribute == best.Entry.Fact.Attribute),
        ];
        ImmutableArray<ScoredFact> having = [.. row.Where(f => asked.IsSubsetOf(StatedOf(question, f.Entry.Fact!))).OrderBy(f => f.Entry.Fact!.Ordinal)];
        return asked.Count == 0 || having.Length == row.Length ? null : Answered(question, having, selection);
    }

    /// <summary>What a model has of the things under one heading: "which feedback is there for the LA-20"; null where no heading is asked for.</summary>
    public static Decision? DecideHeading(QuestionAnalysis question, FactSelection selection)
    {
        if (question.Form is not (AnswerForm.PartNumber or AnswerForm.Lookup) || selection.Facts.IsEmpty)
        {
            return null;
        }

        Fact best = selection.Facts[0].Entry.Fact!;
        string heading = best.Section[(best.Section.LastIndexOf('›') + 1)..];
        string[] stems = [.. WordSplitter.Split(heading).Where(w => !StopWords.Contains(w)).Select(w => w.Stem)];
        if (selection.Facts[0].Features.Named < 1 || best.Product.Length == 0 || !FeatureMarks.IsMark(best.Value)
            || stems.Length == 0 || !stems.All(s => question.ContentStems.Contains(s)))
        {
            return null;
        }

        ImmutableArray<ScoredFact> having =
        [
            .. selection.Facts.Where(f => f.Entry.Document == best.Document && f.Entry.Fact!.Section == best.Section && f.Entry.Fact.Product == best.Product
                && FeatureMarks.IsMark(f.Entry.Fact.Value) && !FeatureMarks.Denies(f.Entry.Fact.Value)).OrderBy(f => f.Entry.Fact!.Ordinal),
        ];
        return having.IsEmpty ? null : Answered(question, having, selection);
    }

    private static Decision Answered(QuestionAnalysis question, ImmutableArray<ScoredFact> facts, FactSelection selection) => new()
    {
        Status = AnswerStatus.Answered,
        Evidence = [.. facts.Take(MaxListed).Select(f => AnswerDecider.ToEvidence(f) with { Meaning = MarkLegend.MeaningOf(f.Entry.Fact!, selection.Facts) })],
        Form = question.Form,
        HasMore = facts.Length > MaxListed,
        Confidence = Math.Max(selection.Confidence, LeastConfidence),
    };

    // Words of the question that the value has and the label has not.
    private static HashSet<string> StatedOf(QuestionAnalysis question, Fact fact)
    {
        HashSet<string> label = [.. WordSplitter.Split(fact.Attribute).Select(w => w.Stem)];
        return [.. WordSplitter.Split(fact.Value).Where(w => !StopWords.Contains(w)).Select(w => w.Stem).Where(s => question.ContentStems.Contains(s) && !label.Contains(s))];
    }

    private static bool IsAskedMark(ScoredFact fact) =>
        fact.Entry.Fact!.Product.Length > 0 && fact.Features.Label >= 1 && fact.Features.Coverage >= MinCoverage && FeatureMarks.IsMark(fact.Entry.Fact.Value);
}
