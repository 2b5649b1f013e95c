using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Finds the lines that belong to one answer: a row's min, typ and max, two units of one cell, the products left open.</summary>
internal sealed class FactGrouper(DecidingOptions options)
{
    // A product is told apart where its siblings fit the question's properties clearly less.
    private const double PropertyGap = 0.15;
    private const double SheetGap = 0.97;
    private const double AttributeGap = 0.2;
    private const double ConditionGap = 0.15;
    private const double MinAskedAttribute = 0.5;
    private const int MaxRow = 4;

    /// <summary>Groups around the best line.</summary>
    /// <param name="question">The analysed question.</param>
    /// <param name="category">The sheets of the kind of product that the question names; empty where it names none.</param>
    /// <param name="selection">The candidates in order.</param>
    public FactGroup Group(QuestionAnalysis question, ImmutableArray<string> category, FactSelection selection)
    {
        ScoredFact best = selection.Facts[0];
        ImmutableArray<ScoredFact> rivals = Rivals(question, category, best, selection);
        if (rivals.Length > 0)
        {
            return new FactGroup([best], false, rivals);
        }

        ScoredFact[] row = [.. selection.Facts.Where(f => SameRow(f.Entry.Fact!, best.Entry.Fact!) && f.Score >= best.Score - options.RowMargin && IsAsked(f, best))];
        if (question.Form == AnswerForm.Comparison)
        {
            ScoredFact[] sides = [.. selection.Facts.Where(f => f.Features.Named >= 1 && SameLabel(f.Entry.Fact!, best.Entry.Fact!)
                && f.Score >= best.Score - (2 * options.RowMargin))];
            if (sides.Select(f => f.Entry.Fact!.Product).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                return new FactGroup([.. sides], false, []);
            }
        }

        // "Which brake goes with the GM-24": that one does is said by the mark, which one by the number beside it.
        if (question.Form == AnswerForm.PartNumber && FeatureMarks.IsMark(best.Entry.Fact!.Value)
            && selection.Facts.FirstOrDefault(f => f.Features.Form >= 1 && SameRow(f.Entry.Fact!, best.Entry.Fact)) is { Entry: not null } part)
        {
            return new FactGroup([part], false, []);
        }

        string product = best.Entry.Fact!.Product;
        if (question.Form == AnswerForm.PartNumber && best.Features.Form < 1 && product.Length > 0
            && selection.Facts.FirstOrDefault(f => f.Entry.Document == best.Entry.Document && f.Entry.Fact!.Product == product && IsItsNumber(f))
                is { Entry: not null } number)
        {
            return new FactGroup(best.Features.Kind >= 1 ? [best, number] : [number, best], false, []);
        }

        // "Article number" of a row that has an order code as well.
        if (question.Form == AnswerForm.PartNumber && product.Length > 0 && IsItsNumber(best) && best.Features.Label < 1
            && selection.Facts.FirstOrDefault(f => f.Features.Label >= 1 && IsItsNumber(f) && f.Entry.Fact!.Product == product
                && f.Entry.Fact.Section == best.Entry.Fact.Section && f.Entry.Document == best.Entry.Document) is { Entry: not null } called)
        {
            return new FactGroup([called], false, []);
        }

        bool asksForOther = question.Form == AnswerForm.PartNumber && best.Features.Attribute < MinAskedAttribute;
        if (product.Length == 0 || asksForOther || IsTold(best, selection))
        {
            return new FactGroup([.. row.Where(f => f.Entry.Fact!.Product == product).Take(MaxRow)], false, []);
        }

        // The same cell of each product, wherever the sheet tables it; the question's own condition has already ordered the conditions.
        ScoredFact[] siblings =
        [
            .. selection.Facts.Where(f => IsSibling(f, best)).GroupBy(f => f.Entry.Fact!.Product, StringComparer.Ordinal)
                .Select(g => g.FirstOrDefault(f => f.Entry.Fact!.Condition == best.Entry.Fact.Condition) is { Entry: not null } same ? same : g.First()),
        ];
        siblings = [.. siblings, .. Complements(siblings, best, selection)];
        return siblings.Select(f => f.Entry.Fact!.Product).Distinct(StringComparer.Ordinal).Count() > 1
            ? new FactGroup([.. siblings.OrderBy(f => f.Entry.Fact!.Ordinal)], true, [])
            : new FactGroup([.. row.Where(f => f.Entry.Fact!.Product == product).Take(MaxRow)], false, []);
    }

    // "At 80 °C" asks for one line of the row.
    private static bool IsAsked(ScoredFact fact, ScoredFact best) =>
        fact.Features.Condition >= best.Features.Condition - ConditionGap && fact.Features.Conflict <= best.Features.Conflict;

    // The number of the part itself, not of one of its spares.
    private static bool IsItsNumber(ScoredFact fact) =>
        fact.Features.Form >= 1 && (fact.Entry.Fact!.Value == fact.Entry.Fact.Product || SameConcept.IsPartNumber(fact.Entry.Fact));

    private static bool IsTold(ScoredFact best, FactSelection selection)
    {
        if (best.Features.Named >= 1 && !selection.Facts.Any(f => f.Features.Named >= 1 && f.Entry.Fact!.Product.Length > 0 && f.Entry.Fact.Product != best.Entry.Fact!.Product
            && f.Entry.Document == best.Entry.Document && f.Features.Property >= best.Features.Property))
        {
            return true;
        }

        return best.Features.Property > 0 && !selection.Facts.Any(f =>
            f.Entry.Document == best.Entry.Document
            && f.Entry.Fact!.Product.Length > 0 && f.Entry.Fact.Product != best.Entry.Fact!.Product
            && f.Features.Property > best.Features.Property - PropertyGap
            && SameRow(f.Entry.Fact, best.Entry.Fact));
    }

    // Products that the sheet tables apart, under another label for the same attribute.
    private static IEnumerable<ScoredFact> Complements(ScoredFact[] siblings, ScoredFact best, FactSelection selection) =>
        selection.Facts.Where(f => f.Entry.Document == best.Entry.Document && f.Entry.Fact!.Product.Length > 0
                && f.Features.Named >= best.Features.Named
                && f.Features.Attribute >= best.Features.Attribute - AttributeGap
                && f.Entry.Fact.Unit == best.Entry.Fact!.Unit && f.Entry.Fact.Unit.Length > 0
                && !siblings.Any(s => s.Entry.Fact!.Product == f.Entry.Fact.Product)
                && SameConcept.Names(f.Entry.Fact, best.Entry.Fact))
            .DistinctBy(f => f.Entry.Fact!.Product, StringComparer.Ordinal);

    private static bool IsSibling(ScoredFact other, ScoredFact best) =>
        other.Entry.Document == best.Entry.Document
        && other.Entry.Fact!.Product.Length > 0
        && other.Features.Named >= best.Features.Named
        && SameLabel(other.Entry.Fact, best.Entry.Fact!)
        && other.Entry.Fact.Unit == best.Entry.Fact!.Unit
        && other.Features.Property >= best.Features.Property - PropertyGap;

    private ImmutableArray<ScoredFact> Rivals(QuestionAnalysis question, ImmutableArray<string> category, ScoredFact best, FactSelection selection)
    {
        if (question.NamedProducts.Select(p => p.Document).Distinct(StringComparer.Ordinal).Count() == 1 || question.Question.DocumentFilter is not null || question.Form == AnswerForm.PartNumber)
        {
            return [];
        }

        ScoredFact[] others =
        [
            .. selection.Facts.Where(f => f.Entry.Document != best.Entry.Document
                && (category.IsEmpty || category.Contains(f.Entry.Document))
                && f.Score >= best.Score - options.RivalMargin
                && f.Features.Sheet >= best.Features.Sheet * SheetGap
                && f.Features.Attribute >= best.Features.Attribute - AttributeGap),
        ];
        if (others.Length == 0)
        {
            return [];
        }

        // Sheets that cannot be told apart by a name cannot be asked for.
        if (others.All(f => f.Entry.Fact!.Product == best.Entry.Fact!.Product && f.Entry.Title == best.Entry.Title))
        {
            return [];
        }

        ScoredFact[] own = [.. selection.Facts.Where(f => f.Entry.Document == best.Entry.Document && SameRow(f.Entry.Fact!, best.Entry.Fact!)
            && f.Score >= best.Score - options.RivalMargin)];
        return [.. own.Concat(others)];
    }

    private static bool SameRow(Fact a, Fact b) =>
        a.Document == b.Document && a.Section == b.Section && SameLabel(a, b);

    private static bool SameLabel(Fact a, Fact b) => string.Equals(a.Attribute, b.Attribute, StringComparison.OrdinalIgnoreCase);
}
