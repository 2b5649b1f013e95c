using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Finds what a question leaves open that names a kind of product and no model, where several sheets are of that kind:
/// "what protection has your flow meter?" has an answer on each flow meter's sheet.
/// </summary>
internal static class ProductAlternatives
{
    private const double MinAttribute = 0.6;
    private const double AttributeGap = 0.25;
    private const double SheetGap = 0.9;

    /// <summary>The lines that state it, over the sheets of the kind; empty where one sheet or all alike state it.</summary>
    public static ImmutableArray<ScoredFact> Find(QuestionAnalysis question, RetrievalResult retrieval, ProductCatalog catalog, FactSelection selection)
    {
        if (retrieval.Category.Length < 2 || question.Form is AnswerForm.Ordering or AnswerForm.Threshold or AnswerForm.Comparison)
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
            .. selection.Facts.Where(f => retrieval.Category.Contains(f.Entry.Document) && f.Features.Attribute >= MinAttribute
                && !WordSplitter.Split(f.Entry.Fact!.Attribute).All(w => nouns.Contains(w.Stem))),
        ];
        if (ofKind.Length == 0)
        {
            return [];
        }

        // A size in the question has told the sheets apart already, where their names hold sizes.
        if (question.Quantities.Any(q => q.Kind == "Length"))
        {
            double nearest = ofKind.Max(f => f.Features.Sheet);
            ofKind = [.. ofKind.Where(f => f.Features.Sheet >= nearest * SheetGap)];
        }

        ScoredFact best = ofKind[0];
        ImmutableArray<ScoredFact> stating =
        [
            .. ofKind.Where(f => f.Features.Attribute >= best.Features.Attribute - AttributeGap && f.Features.Kind >= best.Features.Kind)
                .GroupBy(f => f.Entry.Document, StringComparer.Ordinal)
                .SelectMany(LinesOfSheet),
        ];
        int sheets = stating.Select(f => f.Entry.Document).Distinct(StringComparer.Ordinal).Count();
        int values = stating.Select(f => (f.Entry.Fact!.Value, f.Entry.Fact.Unit)).Distinct().Count();
        return sheets > 1 && values > 1 ? stating : [];
    }

    // "The 2-inch pump" is told from its siblings by a size or a number in the name of its sheet.
    private static HashSet<string> NotToldApart(QuestionAnalysis question, ImmutableArray<string> category, ProductCatalog catalog)
    {
        ImmutableArray<QuestionItem> telling = [.. QuestionItems.Of(question).Where(i => i.IsIdentifying)];
        (string Document, int Met)[] met =
        [
            .. category.Select(d => (Document: d, Met: telling.Count(i => catalog.WordsOf(d).Contains(i.Stem)
                || (i.Quantity is { } asked && catalog.SizesOf(d).Any(asked.Agrees))))),
        ];
        int most = met.Max(m => m.Met);
        return [.. met.Where(m => m.Met == most).Select(m => m.Document)];
    }

    // The best line's attribute, once a product, in the order of the sheet.
    private static IEnumerable<ScoredFact> LinesOfSheet(IEnumerable<ScoredFact> facts)
    {
        ScoredFact[] own = [.. facts];
        Fact best = own[0].Entry.Fact!;
        return own.Where(f => string.Equals(f.Entry.Fact!.Attribute, best.Attribute, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(f => f.Entry.Fact!.Product, StringComparer.Ordinal)
            .OrderBy(f => f.Entry.Fact!.Ordinal);
    }
}
