using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Words that tell two otherwise alike lines apart: input and output, dry and wet.</summary>
internal sealed class OppositeWords
{
    private readonly FrozenDictionary<string, ImmutableArray<(int Pair, bool Left)>> _sides;

    private OppositeWords(FrozenDictionary<string, ImmutableArray<(int Pair, bool Left)>> sides) => _sides = sides;

    /// <summary>The list that ships with the library.</summary>
    public static OppositeWords Default { get; } = Load();

    /// <summary>On which side of each count a text stands; of counts that it names both sides of, on none.</summary>
    public OppositeSides SidesOf(ImmutableArray<Word> words)
    {
        ulong left = 0;
        ulong right = 0;
        for (int i = 0; i < words.Length; i++)
        {
            // "up to" and "no load" are words of their own here.
            string word = i + 1 < words.Length && (words[i].Text, words[i + 1].Text) is ("up", "to") or ("no", "load")
                ? words[i].Text + words[i + 1].Text
                : words[i].Text;
            if (_sides.TryGetValue(word, out ImmutableArray<(int Pair, bool Left)> entries))
            {
                foreach ((int pair, bool isLeft) in entries)
                {
                    left |= isLeft ? 1UL << pair : 0;
                    right |= isLeft ? 0 : 1UL << pair;
                }
            }
        }

        return new OppositeSides(left & ~right, right & ~left);
    }

    private static OppositeWords Load()
    {
        var sides = new List<(string Word, int Pair, bool Left)>();
        int pair = 0;
        foreach (string[] row in LexiconFile.Read("opposites.tsv"))
        {
            sides.AddRange(row[0].Split('|').Select(w => (w, pair, true)));
            sides.AddRange(row[1].Split('|').Select(w => (w, pair, false)));
            pair++;
        }

        return new OppositeWords(sides.GroupBy(s => s.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(s => (s.Pair, s.Left)).ToImmutableArray(), StringComparer.Ordinal));
    }
}
