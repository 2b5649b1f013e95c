using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Answers questions of order and threshold over several products from typed values.</summary>
internal static class TypedComparison
{
    private const int MaxListed = 20;
    private const double AttributeGap = 0.25;

    /// <summary>The decision; null where no two products have a comparable value.</summary>
    public static Decision? Decide(QuestionAnalysis question, FactSelection selection, DecidingOptions options)
    {
        if (selection.Facts.IsEmpty || selection.Confidence < options.MinConfidence)
        {
            return null;
        }

        ScoredFact? best = selection.Facts.Select(f => (ScoredFact?)f).FirstOrDefault(f => f!.Value.Entry.Fact!.Typed is { Kind.Length: > 0 } typed
            && (question.AskedKinds.IsEmpty || question.AskedKinds.Contains(typed.Kind)));
        if (best is not { } first)
        {
            return null;
        }

        (ScoredFact Fact, double Value)[] rows = Comparable(question, first, selection);
        if (rows.Select(r => KeyOf(r.Fact.Entry.Fact!)).Distinct().Count() < 2)
        {
            return null;
        }

        return question.Form == AnswerForm.Ordering ? Order(question, rows, selection) : Bound(question, rows, selection);
    }

    // One value a product: the line of the same label that fits best.
    private static (ScoredFact Fact, double Value)[] Comparable(QuestionAnalysis question, ScoredFact first, FactSelection selection)
    {
        string kind = first.Entry.Fact!.Typed!.Kind;
        UnitDefinition? unit = UnitTable.Default.FindCanonical(first.Entry.Fact.Typed.Unit);
        return
        [
            .. selection.Facts
                .Where(f => f.Entry.Fact!.Typed?.Kind == kind
                    && (f.Entry.Document == first.Entry.Document
                        ? string.Equals(f.Entry.Fact.Attribute, first.Entry.Fact.Attribute, StringComparison.OrdinalIgnoreCase)
                        : f.Features.Attribute >= first.Features.Attribute - AttributeGap && f.Features.Sheet >= 0.5))
                .GroupBy(f => KeyOf(f.Entry.Fact!))
                .Select(g => g.First())
                .Select(f => (Fact: f, Value: ValueOf(question, f.Entry.Fact!.Typed!, unit)))
                .Where(r => r.Value.HasValue)
                .Select(r => (r.Fact, r.Value!.Value)),
        ];
    }

    private static (string Document, string Product) KeyOf(Fact fact) => (fact.Document, fact.Product);

    private static double? ValueOf(QuestionAnalysis question, TypedValue typed, UnitDefinition? unit)
    {
        double? number = question.Extremum == Extremum.Minimum ? typed.Min ?? typed.Typical ?? typed.Max : typed.Max ?? typed.Typical ?? typed.Min;
        if (number is not { } value || unit is null || UnitTable.Default.FindCanonical(typed.Unit) is not { } own)
        {
            return number;
        }

        return UnitConversion.TryConvert(value, own, unit, out double converted) ? converted : null;
    }

    private static Decision Order(QuestionAnalysis question, (ScoredFact Fact, double Value)[] rows, FactSelection selection)
    {
        double end = question.Extremum == Extremum.Minimum ? rows.Min(r => r.Value) : rows.Max(r => r.Value);
        return Answered(question, [.. rows.Where(r => r.Value == end).Select(r => r.Fact)], selection);
    }

    private static Decision? Bound(QuestionAnalysis question, (ScoredFact Fact, double Value)[] rows, FactSelection selection)
    {
        TypedValue sample = rows[0].Fact.Entry.Fact!.Typed!;
        UnitDefinition? unit = UnitTable.Default.FindCanonical(sample.Unit);
        Quantity? asked = question.Quantities.Select(q => (Quantity?)q).FirstOrDefault(q => q!.Value.Kind == sample.Kind);
        if (asked is not { } bound || unit is null || UnitTable.Default.FindCanonical(bound.Unit) is not { } own
            || !UnitConversion.TryConvert(bound.Value, own, unit, out double limit))
        {
            return null;
        }

        bool below = question.Words.Any(w => w.Text is "below" or "under" or "less" or "fewer" or "lighter" or "smaller" or "lower");
        bool strict = question.Words.Any(w => w.Text is "above" or "over" or "more" or "exceed" or "exceeds" or "beyond" or "below" or "under" or "less");
        ScoredFact[] fitting =
        [
            .. rows.Where(r => below ? strict ? r.Value < limit : r.Value <= limit : strict ? r.Value > limit : r.Value >= limit)
                .OrderByDescending(r => r.Value).Select(r => r.Fact),
        ];
        return fitting.Length == 0 ? null : Answered(question, [.. fitting], selection);
    }

    private static Decision Answered(QuestionAnalysis question, ImmutableArray<ScoredFact> facts, FactSelection selection)
    {
        ImmutableArray<Evidence> evidence = [.. facts.Take(MaxListed).Select(AnswerDecider.ToEvidence)];
        return new Decision
        {
            Status = AnswerStatus.Answered,
            Evidence = evidence,
            Form = question.Form,
            Derived = Conversions.Find(question, evidence),
            HasMore = facts.Length > MaxListed,
            Confidence = selection.Confidence,
        };
    }
}
