using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The superlatives of <c>superlatives.tsv</c>: which end of a range each asks for, and of which attributes it speaks.</summary>
internal sealed class SuperlativeLexicon
{
    private readonly FrozenDictionary<string, Superlative> _words;

    private SuperlativeLexicon(FrozenDictionary<string, Superlative> words) => _words = words;

    /// <summary>The lexicon that ships with the library.</summary>
    public static SuperlativeLexicon Default { get; } = Load();

    /// <summary>Whether a word is a superlative.</summary>
    public bool Contains(Word word) => _words.ContainsKey(word.Text);

    /// <summary>The superlative of a question; the one that speaks of an attribute before the general ones. Null where there is none.</summary>
    public Superlative? Find(ImmutableArray<Word> words)
    {
        Superlative? found = null;
        foreach (Word word in words)
        {
            if (_words.TryGetValue(word.Text, out Superlative? superlative) && (found is null || found.Attributes.IsEmpty))
            {
                found = superlative;
            }
        }

        return found;
    }

    private static SuperlativeLexicon Load() => new(LexiconFile.Read("superlatives.tsv").ToFrozenDictionary(
        row => row[0],
        row => new Superlative(
            row[1] == "min" ? Extremum.Minimum : Extremum.Maximum,
            [
                .. row[2].Split('|', StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => new SuperlativeAttribute(name.TrimStart('-'), name[0] == '-')),
            ]),
        StringComparer.Ordinal));
}
