using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection.Conditions;

/// <summary>What a text says a product has not: "without the temperature tube", "with cable instead of plug".</summary>
internal static class Denials
{
    private const int MaxWords = 3;

    /// <summary>Stems behind a word of denial that the text does not name elsewhere too.</summary>
    public static FrozenSet<string> StemsOf(ImmutableArray<Word> words)
    {
        if (!words.Any(FormWords.Denial.Contains))
        {
            return [];
        }

        bool[] denied = new bool[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!FormWords.Denial.Contains(words[i]))
            {
                continue;
            }

            // "Without the temperature tube that ...": up to the next word without meaning.
            int at = i + 1;
            while (at < words.Length && StopWords.Contains(words[at]))
            {
                at++;
            }

            for (int end = Math.Min(words.Length, at + MaxWords); at < end && !StopWords.Contains(words[at]); at++)
            {
                denied[at] = true;
            }
        }

        return words.Where((_, i) => denied[i]).Select(w => w.Stem)
            .Except(words.Where((_, i) => !denied[i]).Select(w => w.Stem), StringComparer.Ordinal)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
