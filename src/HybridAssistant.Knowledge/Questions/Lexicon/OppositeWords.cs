using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Words that tell two otherwise alike lines apart: input and output, dry and wet.</summary>
internal sealed class OppositeWords
{
    private readonly FrozenDictionary<string, ImmutableArray<(int Pair, bool Left)>> _sides;

    private OppositeWords(FrozenDictionary<string, ImmutableArray<(int Pair, bool Left)>> sides) => _sides = sides;

    /// <summary>The list that ships with the library.</summary>
    public static OppositeWords Default { get; } = Load();

    /// <summary>On how many counts two texts stand on opposite sides, a text that has both sides of a count left out.</summary>
    public int Count(IEnumerable<string> question, FrozenSet<string> line)
    {
        Dictionary<int, Sides> asked = SidesOf(question);
        Dictionary<int, Sides> printed = SidesOf(line);
        return asked.Count(pair => printed.TryGetValue(pair.Key, out Sides other)
            && pair.Value != Sides.Both && other != Sides.Both && pair.Value != other);
    }

    /// <summary>On how many counts two texts stand on the same side.</summary>
    public int CountAgreeing(IEnumerable<string> question, FrozenSet<string> line)
    {
        Dictionary<int, Sides> printed = SidesOf(line);
        return SidesOf(question).Count(pair => pair.Value != Sides.Both && printed.TryGetValue(pair.Key, out Sides other) && other == pair.Value);
    }

    private Dictionary<int, Sides> SidesOf(IEnumerable<string> words)
    {
        var sides = new Dictionary<int, Sides>();
        foreach (string word in words)
        {
            if (_sides.TryGetValue(word, out ImmutableArray<(int Pair, bool Left)> entries))
            {
                foreach ((int pair, bool left) in entries)
                {
                    sides[pair] = sides.GetValueOrDefault(pair) | (left ? Sides.Left : Sides.Right);
                }
            }
        }

        return sides;
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

    [Flags]
    private enum Sides
    {
        None = 0,
        Left = 1,
        Right = 2,
        Both = Left | Right,
    }
}
