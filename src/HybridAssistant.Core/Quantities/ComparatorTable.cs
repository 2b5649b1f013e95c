using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>The words and signs of bounds and approximations, read from <c>comparators.tsv</c>.</summary>
internal sealed class ComparatorTable
{
    private readonly ImmutableArray<Phrase> _phrases;

    private ComparatorTable(IEnumerable<Phrase> phrases) =>
        _phrases = [.. phrases.OrderByDescending(p => p.Text.Length).ThenBy(p => p.Text, StringComparer.Ordinal)];

    /// <summary>The table that ships with the library.</summary>
    public static ComparatorTable Default { get; } = Load();

    /// <summary>The longest phrase that begins at a place of a folded text, before or behind a number; its end takes in a full stop.</summary>
    public (Comparator Role, int End)? Match(string folded, int start, bool before)
    {
        foreach (Phrase phrase in _phrases)
        {
            if ((before ? phrase.Before : phrase.Behind)
                && string.Compare(folded, start, phrase.Text, 0, phrase.Text.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                int end = start + phrase.Text.Length;
                bool cutsWord = char.IsLetter(phrase.Text[^1]) && end < folded.Length && char.IsLetter(folded[end]);
                if (!cutsWord)
                {
                    bool hasStop = char.IsLetter(phrase.Text[^1]) && end < folded.Length && folded[end] == '.';
                    return (phrase.Role, hasStop ? end + 1 : end);
                }
            }
        }

        return null;
    }

    private static ComparatorTable Load()
    {
        var phrases = new List<Phrase>();
        foreach (string[] row in EmbeddedTable.Rows("Quantities", "comparators.tsv", 2))
        {
            Comparator role = Enum.Parse<Comparator>(row[0]);
            foreach (string written in row[1].Split(" | ", StringSplitOptions.TrimEntries))
            {
                bool behindOnly = written.Length > 1 && written[0] == '-';
                bool beforeOnly = written.Length > 1 && written[^1] == '-';
                string text = written[(behindOnly ? 1 : 0)..(beforeOnly ? ^1 : ^0)].Trim();
                bool isSign = !char.IsLetter(text[0]);
                phrases.Add(new Phrase(role, text, Before: !behindOnly, Behind: !beforeOnly && !isSign));
            }
        }

        return new ComparatorTable(phrases);
    }

    private sealed record Phrase(Comparator Role, string Text, bool Before, bool Behind);
}
