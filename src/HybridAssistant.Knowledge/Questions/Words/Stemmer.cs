using System.Collections.Frozen;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Questions.Words;

/// <summary>
/// Takes plural and verb endings off English words, so that "weighs" meets "weigh" and "operating" meets "operates".
/// Much lighter than Porter's: spec labels are nouns, and over-stemming joins words that tables keep apart.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ions", "ion", "edly", "ed", "es", "s", "e"];

    // "Analogue" and "analog", "fibre" and "fiber".
    private static readonly FrozenDictionary<string, string> Spellings = LexiconFile.Read("spellings.tsv")
        .ToFrozenDictionary(row => WithoutEnding(row[0]), row => WithoutEnding(row[1]), StringComparer.Ordinal);

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        string stem = WithoutEnding(word);
        return Spellings.GetValueOrDefault(stem, stem);
    }

    private static string WithoutEnding(string word)
    {
        if (word.Length <= ShortestStem || word.EndsWith("ss", StringComparison.Ordinal))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        foreach (string ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Undouble(word[..^ending.Length]);
            }
        }

        return word;
    }

    // "running" -> "run", but "cell" keeps its letters: l, s and z double in the stem itself.
    private static string Undouble(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o')
            ? stem[..^1]
            : stem;
}
