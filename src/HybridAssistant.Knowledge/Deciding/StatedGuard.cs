using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Keeps a line from answering that is of another kind of product, about another subject or of another size than the question.</summary>
internal static class StatedGuard
{
    // Confidence at which no sentence is quoted, whatever the options.
    private const double NeverQuoted = 0.1;

    /// <summary>
    /// The selection without lines of other kinds of product than the one that the question names. "A plug for an EV valve": what
    /// another sheet of the named series states far better than the valves' own is kept.
    /// </summary>
    public static FactSelection OfCategory(QuestionAnalysis question, ImmutableArray<string> category, FactSelection selection, DecidingOptions options)
    {
        if (category.IsEmpty)
        {
            return selection;
        }

        double sentence = selection.Sentences.Where(s => category.Contains(s.Entry.Document)).Select(s => s.Score).FirstOrDefault(double.NegativeInfinity);
        double fact = selection.Facts.Where(f => category.Contains(f.Entry.Document)).Select(f => f.Score).FirstOrDefault(double.NegativeInfinity);
        bool IsOfSeries(string document) => question.NamedProducts.Any(p => p.Document == document);
        bool Leads(string document, double score, double own) => score > 0 && score - own >= options.OutstandingMargin && IsOfSeries(document);

        selection = selection with
        {
            Sentences = [.. selection.Sentences.Where(s => category.Contains(s.Entry.Document) || Leads(s.Entry.Document, s.Score, sentence))],
        };
        if (selection.Facts.IsEmpty || category.Contains(selection.Facts[0].Entry.Document)
            || Leads(selection.Facts[0].Entry.Document, selection.Facts[0].Score, fact))
        {
            return selection;
        }

        // Scores are log-odds against "none of these", so that the next line's probability follows from its score.
        ImmutableArray<ScoredFact> own = [.. selection.Facts.Where(f => category.Contains(f.Entry.Document))];
        return selection with { Facts = own, Confidence = own.IsEmpty ? 0 : 1 / (1 + Math.Exp(-own[0].Score)) };
    }

    /// <summary>
    /// The sentences from the first that may say it, without those that name nothing of what is asked, where that is never said in
    /// passing ("weigh") or under another name, and without those of another size than the one asked for.
    /// </summary>
    public static ImmutableArray<ScoredSentence> ThatMaySayIt(QuestionAnalysis question, ImmutableArray<ScoredSentence> sentences)
    {
        bool hasSize = question.Quantities.Any(q => QuantitySearch.IsSizeLabel(q.Kind));

        // Only the first is quoted: what follows one that says it needs no look.
        return
        [
            .. sentences.Where(s => s.Features.Missed < 1 && (!hasSize || s.Features.Quantity >= 1))
                .SkipWhile(s => s.Confidence > NeverQuoted && UnstatedSubject.Is(question, s.Entry.Passage!)),
        ];
    }

    /// <summary>Whether a sentence states for the version asked for ("with FKM seals") what the best line states for the plain product only.</summary>
    public static bool IsOfVersionAsked(QuestionAnalysis question, ScoredSentence sentence, FactSelection selection) =>
        question.Form != AnswerForm.PartNumber && sentence.Features is { Version: >= 1, Kind: >= 1 }
        && !selection.Facts.IsEmpty && selection.Facts[0].Features.Version < 1 && selection.Facts[0].Entry.Document == sentence.Entry.Document;

    /// <summary>
    /// Whether the best line is about something else, of a size that its sheet does not list, or for another value than one that the
    /// sheet has nowhere, or whether its sheet does not print what the question names.
    /// </summary>
    public static bool IsBesideTheQuestion(QuestionAnalysis question, FactSelection selection) =>
        !selection.Facts.IsEmpty
        && question.Form is not (AnswerForm.YesNo or AnswerForm.Threshold or AnswerForm.Ordering)
        && (selection.Facts[0].Features is { Beyond: >= 1 } or { Conflict: >= 1, Unmet: >= 1 }
            || IsOfOtherModel(question, selection)
            || WrongSubject.Is(question, selection.Facts[0], selection)
            || UnstatedSubject.Is(question, selection.Facts[0].Entry.Fact!)
            || UnstatedSubject.NamesUnprinted(question, selection.Facts[0].Entry.Fact!, selection));

    // Where one model is named, what its sheet tables for another one is no answer.
    private static bool IsOfOtherModel(QuestionAnalysis question, FactSelection selection) =>
        selection.Facts[0] is { Features.Named: < 0 } best && best.Entry.Fact!.Product.Length > 0 && !IsFamilyOfNamed(question, best.Entry.Fact, selection);

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
}
