using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Answers questions of order and threshold over several products from typed values.</summary>
internal static class TypedComparison
{
    private const int MaxListed = 20;

    // Typed values leave no doubt about the order; what may be wrong is the attribute.
    private const double LeastConfidence = 0.6;

    /// <summary>The decision; null where no two products have a comparable value.</summary>
    public static Decision? Decide(QuestionAnalysis question, RetrievalResult retrieval, FactSelection selection, DecidingOptions options)
    {
        if (selection.Facts.IsEmpty)
        {
            return null;
        }

        ImmutableArray<ComparedColumn> columns =
            ComparedColumnFinder.Find(question, retrieval, selection, selection.Confidence >= options.MinConfidence);
        if (columns.IsEmpty)
        {
            return null;
        }

        ScoredFact[] rows = [.. columns.SelectMany(Rows)];
        return rows.Length < 2 ? null
            : question.Form == AnswerForm.Threshold ? Bound(question, columns[0], rows, selection)
            : Order(question, columns[0], rows, selection);
    }

    /// <summary>Whether typed values may answer: a question of order or threshold, or one that names products and says by what they are compared.</summary>
    public static bool Applies(QuestionAnalysis question) => question.Form switch
    {
        AnswerForm.Ordering or AnswerForm.Threshold => true,
        AnswerForm.Comparison => DegreeLexicon.Default.FindSuperlative(question.Words) is not null
            || DegreeLexicon.Default.FindComparative(question.Words) is not null,
        _ => false,
    };

    // One value a product, under the same condition where each has it. A sheet of one product is compared by its conditions.
    private static IEnumerable<ScoredFact> Rows(ComparedColumn column)
    {
        string condition = column.Facts[0].Entry.Fact!.Condition;
        return column.Facts
            .GroupBy(f => f.Entry.Fact!.Product is { Length: > 0 } product ? product : "\n" + f.Entry.Fact.Condition, StringComparer.Ordinal)
            .Select(g => g.FirstOrDefault(f => f.Entry.Fact!.Condition == condition) is { Entry: not null } same ? same : g.First());
    }

    private static Decision? Order(QuestionAnalysis question, ComparedColumn first, ScoredFact[] rows, FactSelection selection)
    {
        Degree? superlative = DegreeLexicon.Default.FindSuperlative(question.Words);
        Extremum end = (superlative ?? DegreeLexicon.Default.FindComparative(question.Words))?.End ?? question.Extremum;
        bool least = end == Extremum.Minimum != first.IsOtherEnd;
        UnitDefinition? unit = UnitOf(first.Facts[0].Entry.Fact!);
        (ScoredFact Fact, double Value)[] values =
        [
            .. rows.Select(r => (Fact: r, Value: Converted(least ? r.Entry.Fact!.Typed!.Lowest : r.Entry.Fact!.Typed!.Highest, r.Entry.Fact, unit)))
                .Where(r => r.Value.HasValue).Select(r => (r.Fact, r.Value!.Value)),
        ];
        if (values.Length < 2)
        {
            return null;
        }

        // "A or B: which is faster?" is told both values, the faster one's first.
        if (question.Form == AnswerForm.Comparison && superlative is null)
        {
            return Answered(question, [.. values.OrderBy(r => least ? r.Value : -r.Value).Select(r => r.Fact)], selection);
        }

        double winning = least ? values.Min(r => r.Value) : values.Max(r => r.Value);
        return Answered(question, [.. values.Where(r => r.Value == winning).Select(r => r.Fact)], selection) with { Form = AnswerForm.Ordering };
    }

    private static Decision? Bound(QuestionAnalysis question, ComparedColumn first, ScoredFact[] rows, FactSelection selection)
    {
        UnitDefinition? unit = UnitOf(first.Facts[0].Entry.Fact!);
        Quantity? asked = question.Quantities.Select(q => (Quantity?)q).FirstOrDefault(q => q!.Value.Kind == first.Kind);
        if (asked is not { } bound || unit is null || UnitTable.Default.FindCanonical(bound.Unit) is not { } own
            || !UnitConversion.TryConvert(bound.Value, own, unit, out double limit))
        {
            return null;
        }

        ThresholdTest test = ThresholdTest.Of(question, bound);
        test = first.IsOtherEnd ? test.Turned() : test;
        ImmutableArray<ScoredFact> fitting =
        [
            .. rows.Select(r => (Fact: r, Low: Converted(r.Entry.Fact!.Typed!.Lowest, r.Entry.Fact, unit), High: Converted(r.Entry.Fact.Typed.Highest, r.Entry.Fact, unit)))
                .Where(r => r.Low is { } low && r.High is { } high && test.Holds(low, high, limit))
                .OrderByDescending(r => test.Side == BoundSide.Below ? -r.Low : r.High).ThenBy(r => r.Fact.Entry.Fact!.Ordinal)
                .Select(r => r.Fact),
        ];
        return fitting.IsEmpty
            ? new Decision { Status = AnswerStatus.NotFound, Reason = NoAnswerReason.NotStated, Confidence = LeastConfidence }
            : Answered(question, fitting, selection);
    }

    private static UnitDefinition? UnitOf(Fact fact) => UnitTable.Default.FindCanonical(fact.Typed!.Unit);

    private static double? Converted(double? number, Fact fact, UnitDefinition? unit)
    {
        if (number is not { } value || unit is null || UnitOf(fact) is not { } own)
        {
            return number;
        }

        return UnitConversion.TryConvert(value, own, unit, out double converted) ? converted : null;
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
            Confidence = Math.Max(selection.Confidence, LeastConfidence),
        };
    }
}
