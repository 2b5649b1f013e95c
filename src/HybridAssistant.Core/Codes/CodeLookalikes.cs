using System.Collections.Frozen;

namespace HybridAssistant.Core.Codes;

/// <summary>Standards, ratings, threads and materials, which look like part numbers; read from <c>code-lookalikes.tsv</c>.</summary>
public sealed class CodeLookalikes
{
    private readonly FrozenSet<string> _prefixes;
    private readonly FrozenSet<string> _wholes;
    private readonly int _longest;

    private CodeLookalikes()
    {
        string[][] rows = [.. EmbeddedTable.Rows("Codes", "code-lookalikes.tsv", 2)];
        _prefixes = Words(rows.Where(row => row[0] != "whole")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _wholes = Words(rows.Where(row => row[0] == "whole")).Select(w => CodeNormalizer.Normalize(w)).ToFrozenSet(StringComparer.Ordinal);
        _longest = _prefixes.Max(p => p.Length);
    }

    /// <summary>The list that ships with the library.</summary>
    public static CodeLookalikes Default { get; } = new();

    /// <summary>Whether a text is listed, or a listed prefix and otherwise numbering ("EN 60950-1", "IP65", "M12x1").</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (_wholes.Contains(CodeNormalizer.Normalize(text)))
        {
            return true;
        }

        var lookup = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(_longest, text.Length - 1); length > 0; length--)
        {
            if (lookup.Contains(text[..length]) && IsNumbering(text[length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is a listed prefix by itself ("EN", "DIN").</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => _prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static IEnumerable<string> Words(IEnumerable<string[]> rows) =>
        rows.SelectMany(row => row[1].Split(" | ", StringSplitOptions.TrimEntries));

    /// <summary>Digits first, then at most one letter in a row: "60950-1", "61000-3-2A", "12x1".</summary>
    private static bool IsNumbering(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" -./:");
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[0]))
        {
            return false;
        }

        int letters = 0;
        foreach (char c in rest)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters > 1)
            {
                return false;
            }
        }

        return true;
    }
}
