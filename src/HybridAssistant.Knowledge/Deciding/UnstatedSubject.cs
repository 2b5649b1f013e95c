using System.Collections.Immutable;
using System.Numerics;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Tells a line or a sentence that does not name what is asked, where that is never stated under another name.</summary>
internal static class UnstatedSubject
{
    private const int MaxWords = 64;

    /// <summary>Whether a line names none of the distinct attributes that are asked for.</summary>
    public static bool Is(QuestionAnalysis question, Fact fact)
    {
        if (!question.Attributes.Any(DistinctAttributes.Contains))
        {
            return false;
        }

        LineProfile line = LineProfile.Of(fact);
        return Misses(question, [.. line.Attributes, .. line.ContextAttributes, .. line.ValueAttributes], line.Set.Contains);
    }

    /// <summary>Whether a sentence names none of the distinct attributes that are asked for.</summary>
    public static bool Is(QuestionAnalysis question, Passage passage)
    {
        if (!question.Attributes.Any(DistinctAttributes.Contains))
        {
            return false;
        }

        SentenceProfile sentence = SentenceProfile.Of(passage);
        return Misses(
            question, [.. sentence.Attributes.Where(a => !a.IsPassing), .. sentence.HeadingAttributes],
            stem => sentence.Stems.Contains(stem) || sentence.HeadingStems.Contains(stem));
    }

    /// <summary>
    /// Whether the question names a standard, a protocol or a material that nothing on the sheet at hand prints: neither its lines and
    /// sentences nor, under another name, the line that would answer.
    /// </summary>
    public static bool NamesUnprinted(QuestionAnalysis question, Fact fact, FactSelection selection)
    {
        ImmutableArray<int> names = NamedThings.Find(question);
        if (names.IsEmpty)
        {
            return false;
        }

        LineProfile line = LineProfile.Of(fact);
        AttributeConcept[] stated = [.. line.Attributes.Concat(line.ContextAttributes).Concat(line.ValueAttributes).Select(a => a.Concept)];
        return names.Any(i => !question.Attributes.Any(a => (a.Words & (1UL << i)) != 0 && i < MaxWords && stated.Contains(a.Concept))
            && !Prints(selection, fact.Document, question.Words[i]));
    }

    private static bool Misses(QuestionAnalysis question, ImmutableArray<AttributeMatch> stated, Func<string, bool> says)
    {
        bool IsStated(AttributeMatch asked) => stated.Any(s => s.Concept == asked.Concept || (asked.Concept.IsGeneral && s.Concept.Family == asked.Concept.Family))
            || question.Words.Take(MaxWords).Where((w, i) => (asked.Words & (1UL << i)) != 0 && !StopWords.Contains(w)).All(w => says(w.Stem));

        // What is asked comes first: "operating torque, before any safety factor".
        return question.Attributes.Any(a => DistinctAttributes.Contains(a) && !IsStated(a)
            && !question.Attributes.Any(o => BitOperations.TrailingZeroCount(o.Words) < BitOperations.TrailingZeroCount(a.Words) && (o.Words & a.Words) == 0
                && stated.Any(s => s.Concept == o.Concept)));
    }

    private static bool Prints(FactSelection selection, string document, Word word) =>
        selection.Facts.Any(f => f.Entry.Document == document && Says(f.Entry, word))
        || selection.Sentences.Any(s => s.Entry.Document == document && Says(s.Entry, word));

    private static bool Says(IndexEntry entry, Word word)
    {
        bool Has(string text) => text.Contains(word.Text, StringComparison.OrdinalIgnoreCase);
        return Has(entry.Title) || Has(entry.Document)
            || (entry.Fact is { } fact && (Has(fact.Product) || Has(fact.Section) || Has(fact.Attribute) || Has(fact.Condition) || Has(fact.Value) || Has(fact.Unit)))
            || (entry.Passage is { } passage && (Has(passage.Section) || Has(passage.Text)));
    }
}
