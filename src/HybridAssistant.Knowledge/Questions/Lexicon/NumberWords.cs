using System.Collections.Frozen;
using System.Globalization;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The words for numbers of <c>number-words.tsv</c>.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, (double Value, bool Multiplies)> Words = LexiconFile.Read("number-words.tsv").ToFrozenDictionary(
        row => row[0],
        row => (double.Parse(row[1], CultureInfo.InvariantCulture), row[2] == "x"),
        StringComparer.Ordinal);

    /// <summary>The value of a lower-case word, and whether it multiplies the number before it; null where it is no number.</summary>
    public static (double Value, bool Multiplies)? Find(string word) =>
        Words.TryGetValue(word, out (double Value, bool Multiplies) found) ? found : null;
}
