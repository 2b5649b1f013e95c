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
    private static readonly FrozenSet<string> OrdinaryWords = LexiconFile.Read("ordinary-units.txt")
        .SelectMany(line => line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<Spelling>> _spellings;

    private UnitLexicon(FrozenDictionary<string, ImmutableArray<Spelling>> spellings) => _spellings = spellings;

    /// <summary>The lexicon that ships with the library.</summary>
    public static UnitLexicon Default { get; } = Load();

    /// <summary>The longest unit that begins at a word; null where none does.</summary>
    public UnitSpelling? Match(ImmutableArray<Word> words, int index)
    {
        ImmutableArray<Spelling> longest = [];
        int count = 0;
        string key = "";
        int end = Math.Min(words.Length, index + LongestSpelling);
        for (int i = index; i < end && !words[i].IsNumber; i++)
        {
            key = i == index ? words[i].Stem : $"{key} {words[i].Stem}";
            if (_spellings.TryGetValue(key, out ImmutableArray<Spelling> spellings))
            {
                longest = spellings;
                count = i - index + 1;
            }
        }

        if (count == 0)
        {
            return null;
        }

        // "Nm" is no nanometre, "mW" no megawatt: where folding joins two units, the letters as typed decide.
        string typed = longest.Length == 1 ? "" : string.Join(' ', words.Skip(index).Take(count).Select(w => w.Typed));
        Spelling unit = longest.FirstOrDefault(s => s.Typed == typed) ?? longest[0];
        bool isOrdinary = count == 1 && (words[index].Text.Length == 1 || OrdinaryWords.Contains(words[index].Text));
        return new UnitSpelling(unit.Kind, unit.Unit, count, isOrdinary);
    }

    /// <summary>The unit that a whole text spells; null where it spells none.</summary>
    public UnitSpelling? Find(string text)
    {
        ImmutableArray<Word> words = WordSplitter.Split(text);
        return words.Length > 0 ? Match(words, 0) : null;
    }

    private static UnitLexicon Load()
    {
        var spellings = new Dictionary<string, List<Spelling>>(StringComparer.Ordinal);
        foreach (UnitDefinition unit in UnitTable.Default.Units)
        {
            foreach (string spelling in unit.Spellings.Prepend(unit.Canonical))
            {
                ImmutableArray<Word> words = WordSplitter.Split(spelling);
                if (words.Length == 0 || words.Any(w => w.IsNumber))
                {
                    continue;
                }

                string key = string.Join(' ', words.Select(w => w.Stem));
                List<Spelling> known = spellings.TryGetValue(key, out List<Spelling>? list) ? list : spellings[key] = [];
                known.Add(new Spelling(unit.Kind, unit.Canonical, string.Join(' ', words.Select(w => w.Typed))));
            }
        }

        return new UnitLexicon(spellings.ToFrozenDictionary(
            s => s.Key,
            s => s.Value.TrueForAll(u => u.Unit == s.Value[0].Unit) ? [s.Value[0]] : s.Value.ToImmutableArray(),
            StringComparer.Ordinal));
    }

    private sealed record Spelling(string Kind, string Unit, string Typed);
}
