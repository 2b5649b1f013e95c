using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Finds the units of the unit table among words: "gallons per minute" as well as "gpm".</summary>
internal sealed class UnitLexicon
{
    private const int LongestSpelling = 5;

    // Spelled like units, but more often something else.
    private static readonly FrozenSet<string> OrdinaryWords = new[]
    {
        "in", "min", "us", "ps", "foot", "feet", "second", "day", "days", "deg", "degree", "degrees", "mb", "gb", "cycle", "operations",
        "ops", "insertions", "bits", "ga", "gauge", "counts", "count", "digits", "digit", "pc", "pieces", "piece", "units", "each",
        "channel", "channels", "ch", "var", "hour", "hours", "par", "min",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, UnitSpelling> _spellings;

    private UnitLexicon(FrozenDictionary<string, UnitSpelling> spellings) => _spellings = spellings;

    /// <summary>The lexicon that ships with the library.</summary>
    public static UnitLexicon Default { get; } = Load();

    /// <summary>The longest unit that begins at a word; null where none does.</summary>
    public UnitSpelling? Match(ImmutableArray<Word> words, int index)
    {
        UnitSpelling? longest = null;
        string key = "";
        int end = Math.Min(words.Length, index + LongestSpelling);
        for (int i = index; i < end && !words[i].IsNumber; i++)
        {
            key = i == index ? words[i].Stem : $"{key} {words[i].Stem}";
            if (_spellings.TryGetValue(key, out UnitSpelling spelling))
            {
                longest = spelling;
            }
        }

        return longest;
    }

    /// <summary>The unit that a whole text spells; null where it spells none.</summary>
    public UnitSpelling? Find(string text)
    {
        ImmutableArray<Word> words = WordSplitter.Split(text);
        return words.Length > 0 ? Match(words, 0) : null;
    }

    private static UnitLexicon Load()
    {
        var spellings = new Dictionary<string, UnitSpelling>(StringComparer.Ordinal);
        foreach (UnitDefinition unit in UnitTable.Default.Units)
        {
            foreach (string spelling in unit.Spellings.Prepend(unit.Canonical))
            {
                ImmutableArray<Word> words = WordSplitter.Split(spelling);
                if (words.Length == 0 || words.Any(w => w.IsNumber))
                {
                    continue;
                }

                bool ordinary = words.Length == 1 && (words[0].Text.Length == 1 || OrdinaryWords.Contains(words[0].Text));
                string key = string.Join(' ', words.Select(w => w.Stem));
                spellings.TryAdd(key, new UnitSpelling(unit.Kind, unit.Canonical, words.Length, ordinary));
            }
        }

        return new UnitLexicon(spellings.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
