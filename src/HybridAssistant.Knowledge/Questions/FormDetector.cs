using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Finds the form of a question and the end of a range that it asks for, by its words.</summary>
internal static class FormDetector
{
    private const int OpeningWords = 6;

    /// <summary>The form of a question.</summary>
    public static AnswerForm Detect(ImmutableArray<Word> allWords, ImmutableArray<AttributeMatch> attributes,
        ImmutableArray<Quantity> quantities, ImmutableArray<ProductMention> mentions, ProductCatalog catalog)
    {
        // "IS-12F" asks nothing: the words of codes are no question words.
        ImmutableArray<Word> words = [.. allWords.Where(w => !mentions.Any(m => m.Contains(w.Start)))];
        bool isBounded = quantities.Any(q => q.Kind.Length > 0
            && (words.Any(FormWords.Bound.Contains) || BoundLexicon.Default.FindBehind(allWords, q.Index + q.WordCount) is not null));
        if (mentions.Where(m => m.Fit == MentionFit.Exact).Select(m => m.Normalized).Distinct(StringComparer.Ordinal).Count() >= 2
            && (words.Any(FormWords.Comparing.Contains) || (words.Any(w => w.Text == "which") && words.Any(DegreeLexicon.Default.IsSuperlative))))
        {
            return ChoosesByBound(words, quantities) ? AnswerForm.Threshold : AnswerForm.Comparison;
        }

        HashSet<int> asked = StartsOfAsked(allWords, attributes);
        bool choosesProducts = ProductNounFinder.AsksForOneOf(words, asked, catalog) || ProductNounFinder.AsksForOneOf(allWords, mentions);
        if (choosesProducts && isBounded && words.Any(FormWords.Choosing.Contains))
        {
            return AnswerForm.Threshold;
        }

        if (choosesProducts && words.Any(DegreeLexicon.Default.IsSuperlative))
        {
            return AnswerForm.Ordering;
        }

        if (IsYesNo(words))
        {
            return AnswerForm.YesNo;
        }

        // "... for an EV valve. Number?"
        bool endsWithNumber = words.Length > 0 && words[^1].Text is "number" or "no" or "pn";
        return endsWithNumber || ProductNounFinder.AsksForProducts(words, asked, catalog) || attributes.Any(a => a.Concept.Family == "partnumber")
            ? AnswerForm.PartNumber : AnswerForm.Lookup;
    }

    /// <summary>Whether a word asks for an end of a range: "maximum", "typical".</summary>
    public static bool NamesExtremum(Word word) =>
        DegreeLexicon.Default.IsSuperlative(word) || FormWords.Minimum.Contains(word) || FormWords.Maximum.Contains(word) || FormWords.Typical.Contains(word);

    /// <summary>The end of a range that is asked for.</summary>
    public static Extremum FindExtremum(ImmutableArray<Word> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Text == "at" && i + 1 < words.Length && words[i + 1].Text is "most" or "least")
            {
                return words[i + 1].Text == "most" ? Extremum.Maximum : Extremum.Minimum;
            }

            if (words[i].Text is "up" && i + 1 < words.Length && words[i + 1].Text == "to")
            {
                return Extremum.Maximum;
            }

            if (DegreeLexicon.Default.SuperlativeOf(words[i]) is { } degree)
            {
                return degree.End;
            }

            if (FormWords.Minimum.Contains(words[i]) || FormWords.Maximum.Contains(words[i]))
            {
                return FormWords.Minimum.Contains(words[i]) ? Extremum.Minimum : Extremum.Maximum;
            }
        }

        return words.Any(FormWords.Typical.Contains) ? Extremum.Typical : Extremum.None;
    }

    // "Among A, B and C, which may not run at 45 °C?", not "A or B: which takes 230 V?", which each answers for itself.
    private static bool ChoosesByBound(ImmutableArray<Word> words, ImmutableArray<Quantity> quantities) =>
        words.Any(w => w.Text == "which") && quantities.Any(q => q.Kind.Length > 0)
        && (words.Any(FormWords.Negation.Contains) || BoundLexicon.Default.FindAny(words) is not null);

    private static HashSet<int> StartsOfAsked(ImmutableArray<Word> words, ImmutableArray<AttributeMatch> attributes)
    {
        ulong asked = attributes.Aggregate(0UL, (bits, a) => bits | a.Words);
        return [.. words.Take(64).Where((_, i) => (asked & (1UL << i)) != 0).Select(w => w.Start)];
    }

    private static bool IsYesNo(ImmutableArray<Word> words) =>
        !words.Any(FormWords.Interrogative.Contains)

        // The first words may address the desk or set the scene: "Hi, is the ...", "12 V supply: can I ...".
        && words.Take(OpeningWords).Any(FormWords.Auxiliary.Contains);
}
