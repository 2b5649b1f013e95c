using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection.Conditions;

/// <summary>Reads the values and ranges for which a line holds out of its condition and label.</summary>
internal static class StatedConditions
{
    /// <summary>All of a text, in order.</summary>
    /// <param name="text">The text as printed: signs such as "≥" are no words.</param>
    /// <param name="words">Its words.</param>
    public static ImmutableArray<StatedCondition> Of(string text, ImmutableArray<Word> words)
    {
        ImmutableArray<Quantity> quantities = QuantitySearch.Find(words, UnitLexicon.Default);
        var found = ImmutableArray.CreateBuilder<StatedCondition>();
        int behind = 0;
        for (int i = 0; i < quantities.Length; i++)
        {
            Quantity first = quantities[i];
            (BoundSide side, bool isStrict) = BoundOf(text, words, first);
            ImmutableArray<AttributeMatch> attributes = AttributesOf([.. words[behind..first.Index].Where(w => !w.IsNumber)], first.Kind);
            if (i + 1 < quantities.Length && IsRange(text, words, first, quantities[i + 1]))
            {
                Quantity last = quantities[i + 1];
                found.Add(new StatedCondition(first.Kind, first, last, side == BoundSide.Above && isStrict, false, attributes));
                i++;
            }
            else
            {
                found.Add(side switch
                {
                    BoundSide.Above => new StatedCondition(first.Kind, first, null, isStrict, false, attributes),
                    BoundSide.Below => new StatedCondition(first.Kind, null, first, false, isStrict, attributes),
                    _ => new StatedCondition(first.Kind, first, first, false, false, attributes),
                });
            }

            behind = Math.Min(words.Length, quantities[i].Index + quantities[i].WordCount);
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<AttributeMatch> AttributesOf(ImmutableArray<Word> label, string kind) =>
        [.. AttributeLexicon.Default.Match(label, asQuestion: false), .. SymbolLexicon.Default.Match(label, kind)];

    private static (BoundSide Side, bool IsStrict) BoundOf(string text, ImmutableArray<Word> words, Quantity quantity)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, Math.Min(text.Length, words[quantity.Index].Start)).TrimEnd(" -−–");
        switch (before.Length > 0 ? before[^1] : ' ')
        {
            case '<':
                return (BoundSide.Below, true);
            case '≤':
                return (BoundSide.Below, false);
            case '>':
                return (BoundSide.Above, true);
            case '≥':
                return (BoundSide.Above, false);
        }

        // "Up to" asks in a question for what lies in a range; here it is the end of one.
        BoundPhrase? phrase = BoundLexicon.Default.FindBefore(words, quantity.Index)?.Phrase
            ?? BoundLexicon.Default.FindBehind(words, quantity.Index + quantity.WordCount);
        return phrase is null ? (BoundSide.Within, false)
            : phrase.Side == BoundSide.Within ? (BoundSide.Below, false)
            : (phrase.Side, phrase.IsStrict);
    }

    // "0 to 10 V", "DN 8 to DN 25", "5–8": nothing but "to" or a dash and the first one's unit stands between.
    private static bool IsRange(string text, ImmutableArray<Word> words, Quantity first, Quantity last)
    {
        if (first.Kind.Length > 0 && last.Kind.Length > 0 && first.Kind != last.Kind)
        {
            return false;
        }

        int end = first.Index + first.WordCount;
        bool joins = false;
        for (int i = end; i < last.Index; i++)
        {
            joins |= words[i].Text == "to";
            if (words[i].Text != "to" && words[i].Text != last.Kind)
            {
                return false;
            }
        }

        return joins || text.AsSpan(words[first.Index].Start, words[last.Index].Start - words[first.Index].Start).IndexOfAny("–…−-") > 0;
    }
}
