using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The superlatives and comparatives of <c>degrees.tsv</c>: which end of a range each asks for, and of which attributes it speaks.</summary>
internal sealed class DegreeLexicon
{
    private readonly FrozenDictionary<string, Degree> _superlatives;
    private readonly FrozenDictionary<string, Degree> _comparatives;

    private DegreeLexicon(FrozenDictionary<string, Degree> superlatives, FrozenDictionary<string, Degree> comparatives) =>
        (_superlatives, _comparatives) = (superlatives, comparatives);

    /// <summary>The lexicon that ships with the library.</summary>
    public static DegreeLexicon Default { get; } = Load();

    /// <summary>Whether a word is a superlative.</summary>
    public bool IsSuperlative(Word word) => _superlatives.ContainsKey(word.Text);

    /// <summary>What a superlative asks for; null for other words.</summary>
    public Degree? SuperlativeOf(Word word) => _superlatives.GetValueOrDefault(word.Text);

    /// <summary>What a comparative asks for; null for other words.</summary>
    public Degree? ComparativeOf(Word word) => _comparatives.GetValueOrDefault(word.Text);

    /// <summary>The superlative of a question; the one that speaks of an attribute before the general ones. Null where there is none.</summary>
    public Degree? FindSuperlative(ImmutableArray<Word> words) => Find(words, _superlatives);

    /// <summary>The comparative of a question, likewise.</summary>
    public Degree? FindComparative(ImmutableArray<Word> words) => Find(words, _comparatives);

    private static Degree? Find(ImmutableArray<Word> words, FrozenDictionary<string, Degree> degrees)
    {
        Degree? found = null;
        foreach (Word word in words)
        {
            if (degrees.TryGetValue(word.Text, out Degree? degree) && (found is null || found.Attributes.IsEmpty))
            {
                found = degree;
            }
        }

        return found;
    }

    private static DegreeLexicon Load()
    {
        (string[] Row, Degree Degree)[] rows = [.. LexiconFile.Read("degrees.tsv").Select(row => (row, DegreeOf(row)))];
        return new DegreeLexicon(ByWord(rows, 0), ByWord(rows, 1));
    }

    private static FrozenDictionary<string, Degree> ByWord((string[] Row, Degree Degree)[] rows, int column) =>
        rows.SelectMany(r => r.Row[column].Split('|').Where(word => word != "-").Select(word => (Word: word, r.Degree)))
            .ToFrozenDictionary(r => r.Word, r => r.Degree, StringComparer.Ordinal);

    private static Degree DegreeOf(string[] row) => new(
        row[2] == "min" ? Extremum.Minimum : Extremum.Maximum,
        [
            .. row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new DegreeAttribute(name.TrimStart('-'), name[0] == '-')),
        ]);
}
