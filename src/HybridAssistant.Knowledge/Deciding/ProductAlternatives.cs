using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Finds what a question leaves open that names a kind of product or a series and no model: "what protection has your flow
/// meter?" has an answer on each flow meter's sheet, "what does the BV3 weigh?" one for each size.
/// </summary>
internal static class ProductAlternatives
{
    private const double MinAttribute = 0.6;

    // Within one sheet the lines must state it without doubt, since the sheet's running text may state it for all.
    private const double MinAttributeOfOneSheet = 0.75;
    private const double AttributeGap = 0.25;
    private const double SheetGap = 0.9;
    private const double PropertyGap = 0.15;
    private const int MaxProductsListed = 4;

    /// <summary>The lines that state it, over the products left open; empty where few products of one sheet or all alike state it.</summary>
    public static ImmutableArray<ScoredFact> Find(QuestionAnalysis question, RetrievalResult retrieval, ProductCatalog catalog, FactSelection selection)
    {
        ImmutableArray<string> sheets = retrieval.Category.IsEmpty ? SheetsOfSeries(question) : retrieval.Category;
        if (sheets.IsEmpty || question.Form is AnswerForm.Ordering or AnswerForm.Threshold or AnswerForm.Comparison)
        {
            return [];
        }

        // "Actuator: EA-10" is not what is asked of an actuator.
        HashSet<string> nouns = [.. CategoryFinder.Find(question.Words, question.Mentions).Select(w => w.Stem)];
        if (nouns.Count < 2 && question.Form == AnswerForm.PartNumber)
        {
            return [];
        }

        ScoredFact[] ofKind =
        [
            .. selection.Facts.Where(f => sheets.Contains(f.Entry.Document) && f.Features.Attribute >= MinAttribute
                && !WordSplitter.Split(f.Entry.Fact!.Attribute).All(w => nouns.Contains(w.Stem))),
        ];
        if (ofKind.Length == 0)
        {
            return [];
        }

        // A maker or a size in the question has told the sheets apart already, where their names hold it; not "one of your HIO modules".
        if (!retrieval.Category.IsEmpty || NamesSheet(question, catalog, nouns))
        {
            double nearest = ofKind.Max(f => f.Features.Sheet);
            ofKind = [.. ofKind.Where(f => f.Features.Sheet >= nearest * SheetGap)];
        }

        bool isTelling = TellsProductsApart(question, catalog);
        ScoredFact best = ofKind[0];
        ImmutableArray<ScoredFact> stating =
        [
            .. ofKind.Where(f => f.Features.Attribute >= best.Features.Attribute - AttributeGap && f.Features.Kind >= best.Features.Kind)
                .GroupBy(f => f.Entry.Document, StringComparer.Ordinal)
                .SelectMany(g => LinesOfSheet([.. g], isTelling)),
        ];
        bool differ = stating.Select(f => (f.Entry.Fact!.Value, f.Entry.Fact.Unit)).Distinct().Count() > 1;
        return differ && (stating.DistinctBy(f => f.Entry.Document, StringComparer.Ordinal).Count() > 1 || (question.Form != AnswerForm.PartNumber && IsOpenWithinSheet(stating, best, selection.Facts[0]))) ? stating : [];
    }

    private static ImmutableArray<string> SheetsOfSeries(QuestionAnalysis question) =>
        question.Mentions.Any(m => m.Fit is MentionFit.Unknown or MentionFit.NearMiss
            || (m.Fit is MentionFit.Exact or MentionFit.Variant && m.Products.Any(p => !p.IsSeries)))
            ? []
            : [.. question.NamedProducts.Select(p => p.Document).Distinct(StringComparer.Ordinal)];

    private static bool NamesSheet(QuestionAnalysis question, ProductCatalog catalog, HashSet<string> nouns) =>
        question.Words.Any(w => !StopWords.Contains(w) && !nouns.Contains(w.Stem) && catalog.Rarity(w.Stem) > 0
            && !question.Mentions.Any(m => m.Fit == MentionFit.Series && w.Start >= m.Start && w.Start < m.Start + m.Text.Length));

    // "In gray", "with 120 W": beside the kind and what is asked of it, the question says which one.
    private static bool TellsProductsApart(QuestionAnalysis question, ProductCatalog catalog)
    {
        ulong explained = question.Attributes.Aggregate(0UL, (bits, a) => bits | a.Words)
            | question.Kinds.Aggregate(0UL, (bits, k) => k.From + k.Count > 64 ? bits : bits | (((1UL << k.Count) - 1) << k.From));
        for (int i = 0; i < Math.Min(64, question.Words.Length); i++)
        {
            Word word = question.Words[i];
            bool isNamed = question.Mentions.Any(m => m.Fit == MentionFit.Series && word.Start >= m.Start && word.Start < m.Start + m.Text.Length);
            if ((explained & (1UL << i)) == 0 && !isNamed && !StopWords.Contains(word)
                && !FormDetector.NamesExtremum(word) && catalog.Rarity(word.Stem) <= 0)
            {
                return true;
            }
        }

        return question.Quantities.Any(q => q.Kind.Length > 0);
    }

    // Nor where a line for the whole sheet, or another attribute, states it more surely.
    private static bool IsOpenWithinSheet(ImmutableArray<ScoredFact> stating, ScoredFact best, ScoredFact first) =>
        first.Entry.Fact!.Product.Length > 0 && first.Entry.Fact.Attribute == best.Entry.Fact!.Attribute && best.Features.Attribute >= MinAttributeOfOneSheet && best.Features.Missed < 1 && best.Features.Unmet <= 0
        && stating.Select(f => f.Entry.Fact!.Product).Distinct(StringComparer.Ordinal).Count() > MaxProductsListed;

    // The best line's attribute, once a product, in the order of the sheet; for products that the sheet tables apart, their own label of it.
    private static IEnumerable<ScoredFact> LinesOfSheet(ScoredFact[] own, bool isTelling)
    {
        Fact best = own[0].Entry.Fact!;
        if (isTelling)
        {
            double most = own.Max(f => f.Features.Property);
            own = [.. own.Where(f => f.Features.Property >= most - PropertyGap)];
        }

        ScoredFact[] lines = [.. own.Where(f => string.Equals(f.Entry.Fact!.Attribute, best.Attribute, StringComparison.OrdinalIgnoreCase))];
        IEnumerable<ScoredFact> others = own.Where(f => f.Entry.Fact!.Product.Length > 0 && f.Entry.Fact.Unit == best.Unit
            && !lines.Any(l => l.Entry.Fact!.Product == f.Entry.Fact.Product) && SameConcept.Names(f.Entry.Fact, best));
        return lines.Concat(others).DistinctBy(f => f.Entry.Fact!.Product, StringComparer.Ordinal).OrderBy(f => f.Entry.Fact!.Ordinal);
    }
}
