using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Keeps a line from answering that speaks of another product, size or condition than the question: "FM-310 in DN 300" is not
/// answered from DN 150.
/// </summary>
internal static class StatedGuard
{
    // A line of another product may outscore the right one by a little without casting doubt on it.
    private const double MaxLead = 0.8;

    // A value of another quantity than the one asked for answers only where the label is surely the right one.
    private const double MinAttribute = 0.5;

    /// <summary>The selection without lines of other products; empty where the named ones clearly state less.</summary>
    public static FactSelection OfNamedProducts(QuestionAnalysis question, FactSelection selection)
    {
        if (question.NamedProducts.IsEmpty || selection.Facts.IsEmpty)
        {
            return selection;
        }

        ImmutableArray<ScoredFact> own = [.. selection.Facts.Where(f => f.Features.Named >= 0 || IsFamilyOfNamed(question, f.Entry.Fact!, selection))];
        return own.IsEmpty || own[0].Score < selection.Facts[0].Score - MaxLead
            ? selection with { Facts = own, Confidence = 0 }
            : selection with { Facts = own };
    }

    /// <summary>The selection without lines of other kinds of product than the one that the question names.</summary>
    public static FactSelection OfCategory(ImmutableArray<string> category, FactSelection selection)
    {
        if (category.IsEmpty)
        {
            return selection;
        }

        selection = selection with { Sentences = [.. selection.Sentences.Where(s => category.Contains(s.Entry.Document))] };
        if (selection.Facts.IsEmpty || category.Contains(selection.Facts[0].Entry.Document))
        {
            return selection;
        }

        // Scores are log-odds against "none of these", so that the next line's probability follows from its score.
        ImmutableArray<ScoredFact> own = [.. selection.Facts.Where(f => category.Contains(f.Entry.Document))];
        return selection with { Facts = own, Confidence = own.IsEmpty ? 0 : 1 / (1 + Math.Exp(-own[0].Score)) };
    }

    /// <summary>
    /// The sentences without those that name nothing of what is asked, where that is never said in passing ("weigh"), and without
    /// those of another size than the one asked for.
    /// </summary>
    public static ImmutableArray<ScoredSentence> ThatMaySayIt(QuestionAnalysis question, ImmutableArray<ScoredSentence> sentences)
    {
        bool hasSize = question.Quantities.Any(q => QuantitySearch.IsSizeLabel(q.Kind));
        return [.. sentences.Where(s => s.Features.Missed < 1 && (!hasSize || s.Features.Quantity >= 1))];
    }

    /// <summary>Whether the best line states another quantity, or is about another size or condition, which its sheet does not list at all.</summary>
    public static bool IsBesideTheQuestion(QuestionAnalysis question, FactSelection selection)
    {
        if (selection.Facts.IsEmpty || question.Form is AnswerForm.YesNo or AnswerForm.Threshold or AnswerForm.Ordering)
        {
            return false;
        }

        ScoredFact best = selection.Facts[0];
        if (WrongSubject.Is(question, best, selection))
        {
            return true;
        }

        if (best.Features.Kind <= -1 && (question.AskedUnit.Length > 0 || best.Features.Attribute < MinAttribute))
        {
            return true;
        }

        if (best.Features.Unmet < 1)
        {
            return false;
        }

        Quantity[] sizes = [.. question.Quantities.Where(q => q.Kind.Length > 0 && QuantitySearch.IsSizeLabel(q.Kind))];
        ImmutableArray<ScoredFact> sheet = [.. selection.Facts.Where(f => f.Entry.Document == best.Entry.Document)];
        return best.Features.Conflict >= 1 && sizes.Length == 0
            ? question.Quantities.Any(q => q.Kind.Length > 0 && !IsInRange(q, sheet.Where(f => f.Entry.Fact!.Attribute == best.Entry.Fact!.Attribute)))
            : sizes.Any(q => !IsInRange(q, sheet));
    }

    // "IS-12" heads what holds for IS-12F and IS-12N; the LM-20 is no family where a table lists it beside the LM-20-B.
    private static bool IsFamilyOfNamed(QuestionAnalysis question, Fact fact, FactSelection selection)
    {
        if (fact.Product.Length == 0)
        {
            return false;
        }

        string key = CodeNormalizer.Normalize(fact.Product);
        return question.NamedProducts.Any(p => !p.IsSeries && p.Document == fact.Document
            && CodeNormalizer.Normalize(p.Name).StartsWith(key, StringComparison.Ordinal)
            && !AreSiblings(fact.Product, p.Name, fact.Document, selection));
    }

    private static bool AreSiblings(string one, string other, string document, FactSelection selection)
    {
        IEnumerable<(string Section, string Attribute)> RowsOf(string product) => selection.Facts
            .Where(f => f.Entry.Document == document && f.Entry.Fact!.Product == product)
            .Select(f => (f.Entry.Fact!.Section, f.Entry.Fact.Attribute));
        return RowsOf(one).Intersect(RowsOf(other)).Any();
    }

    // "DN 15 to DN 150" lists what lies between.
    private static bool IsInRange(Quantity asked, IEnumerable<ScoredFact> lines) =>
        lines.Any(f =>
        {
            Fact fact = f.Entry.Fact!;
            double[] values =
            [
                .. QuantitySearch.Find(WordSplitter.Split($"{fact.Attribute} | {fact.Condition} | {fact.Value} {fact.Unit}"), UnitLexicon.Default)
                    .Where(q => q.Kind == asked.Kind).Select(q => q.Base),
            ];
            return values.Length > 0 && values.Min() <= asked.Base && asked.Base <= values.Max();
        });
}
