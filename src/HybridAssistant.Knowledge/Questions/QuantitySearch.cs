using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Finds the quantities among words: "24 V", "half-inch", "36-75 V" (both), "50:1".</summary>
internal static class QuantitySearch
{
    // "DN 100", "size 2": the word before is the scale.
    private static readonly FrozenSet<string> SizeLabels =
        new[] { "dn", "pn", "ip", "size", "frame", "awg", "class", "nps", "channel", "pin", "stage", "grade", "nema", "sil", "cat" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a quantity's kind is such a scale.</summary>
    public static bool IsSizeLabel(string kind) => SizeLabels.Contains(kind);

    /// <summary>All numbers with the units behind them, in order.</summary>
    public static ImmutableArray<Quantity> Find(ImmutableArray<Word> words, UnitLexicon units)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>();
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Number is not { } number)
            {
                // "At twice its rating": sheets print such conditions in percent.
                if (words[i].Text is "twice" or "double")
                {
                    found.Add(new Quantity(200, "Ratio", "%", i, 1));
                }
                else if (OneOf(words, i, units) is { } one)
                {
                    found.Add(one);
                }

                continue;
            }

            // "DN 25 80 °C": the scale goes before the next number's unit.
            UnitSpelling? unit = UnitBehind(words, i, units);
            string label = unit is null && i > 0 ? LabelBefore(words, i, found) : "";
            unit ??= label.Length == 0 ? UnitOfNext(words, i, units) : null;
            found.Add(new Quantity(number, unit?.Kind ?? label, unit?.Unit ?? label, i, 1 + (unit?.WordCount ?? 0)));
        }

        return found.ToImmutable();
    }

    // "36-75 V", "36 to 75 V": the bound without a unit has its neighbour's.
    private static UnitSpelling? UnitOfNext(ImmutableArray<Word> words, int index, UnitLexicon units)
    {
        int next = index + 1 < words.Length && words[index + 1].Text is "to" or "x" ? index + 2 : index + 1;
        return next < words.Length && words[next].IsNumber && UnitBehind(words, next, units) is { } unit ? unit with { WordCount = 0 } : null;
    }

    // "DN 8", "channels 5", and the last of "DN 8 to 25".
    private static string LabelBefore(ImmutableArray<Word> words, int index, ImmutableArray<Quantity>.Builder found)
    {
        if (SizeLabels.TryGetValue(words[index - 1].Text, out string? label)
            || (words[index - 1].Text is [.., not 's', 's'] plural && SizeLabels.TryGetValue(plural[..^1], out label)))
        {
            return label;
        }

        return words[index - 1].Text == "to" && found.Count > 0 && found[^1].Index == index - 2 && IsSizeLabel(found[^1].Kind) ? found[^1].Kind : "";
    }

    // "For one minute", "the one-inch pump"; "one foot" is a thing.
    private static Quantity? OneOf(ImmutableArray<Word> words, int index, UnitLexicon units) =>
        words[index].Text == "one" && UnitBehind(words, index, units) is { } unit && (!unit.IsOrdinaryWord || unit.Kind == "Duration")
            ? new Quantity(1, unit.Kind, unit.Unit, index, 1 + unit.WordCount)
            : null;

    private static UnitSpelling? UnitBehind(ImmutableArray<Word> words, int index, UnitLexicon units)
    {
        if (index + 1 >= words.Length)
        {
            return null;
        }

        // "Half a metre".
        if (words[index].Number < 1 && words[index + 1].Text is "a" or "an")
        {
            return units.Match(words, index + 2) is { } unit ? unit with { WordCount = unit.WordCount + 1 } : null;
        }

        return words[index + 1].Text == ":1" ? new UnitSpelling("TransmissionRatio", ":1", 1, false) : units.Match(words, index + 1);
    }
}
