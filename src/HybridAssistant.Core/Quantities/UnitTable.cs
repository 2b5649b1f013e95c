using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HybridAssistant.Core.Quantities;

/// <summary>The spellings of units, read from <c>units.tsv</c>.</summary>
public sealed class UnitTable
{
    private const int Columns = 4;

    private readonly FrozenDictionary<string, Spelling> _exact;
    private readonly FrozenDictionary<string, Spelling> _anyCase;
    private readonly FrozenDictionary<string, UnitDefinition> _byCanonical;
    private readonly int _longest;

    private UnitTable(ImmutableArray<UnitDefinition> units, IReadOnlyList<Spelling> spellings)
    {
        Units = units;
        _exact = spellings.GroupBy(s => s.Key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        // Folding case may make two units one ("mW", "MW"); such keys are left out: guessing would be wrong by 10^9.
        // A single letter keeps its case: "M" is no metre.
        _anyCase = spellings
            .Where(s => s.Key.Length > 1)
            .GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(s => s.Unit).Distinct().Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        _byCanonical = units.DistinctBy(u => u.Canonical).ToFrozenDictionary(u => u.Canonical, StringComparer.Ordinal);
        _longest = spellings.Max(s => s.Length) + 4;
    }

    /// <summary>The table that ships with the library.</summary>
    public static UnitTable Default { get; } = Load();

    /// <summary>All units, in the order of the table.</summary>
    public ImmutableArray<UnitDefinition> Units { get; }

    /// <summary>The unit of a printed spelling ("GPM", "deg.C", "[bar]"); null where the table lacks it.</summary>
    public UnitDefinition? Find(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        return Lookup(FoldedText.Of(spelling).Text)?.Unit;
    }

    /// <summary>The unit of a canonical name, as <see cref="TypedValue.Unit"/> has it; null where there is none.</summary>
    public UnitDefinition? FindCanonical(string canonical) => _byCanonical.GetValueOrDefault(canonical);

    /// <summary>The longest unit that begins at a place of a folded text and ends there as a word.</summary>
    internal UnitMatch? Match(string folded, int start)
    {
        int limit = Math.Min(folded.Length, start + _longest);
        for (int end = limit; end > start; end--)
        {
            if (EndsWord(folded, end) && CanEndUnit(folded, start, end) && Lookup(folded[start..end]) is { } spelling)
            {
                return new UnitMatch(spelling.Unit, end, spelling.IsOrdinaryWord);
            }
        }

        return null;
    }

    /// <summary>Keys forget punctuation, so a unit must not reach into what follows: "mA -", "°C (".</summary>
    private static bool CanEndUnit(string folded, int start, int end)
    {
        char last = folded[end - 1];
        if (char.IsWhiteSpace(last) || last is '-' or '·' or '^' or '(' or '[' or ']' or ',')
        {
            return false;
        }

        ReadOnlySpan<char> unit = folded.AsSpan(start, end - start);
        return unit.Count('(') == unit.Count(')');
    }

    private static bool EndsWord(string text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        char next = text[end];
        char last = text[end - 1];
        return next != '^' && (!char.IsLetterOrDigit(next) || (!char.IsLetterOrDigit(last) && last is not ('/' or '.' or '(')));
    }

    private Spelling? Lookup(string folded)
    {
        string key = KeyOf(folded);
        return key.Length == 0
            ? null
            : _exact.TryGetValue(key, out Spelling exact) ? exact
            : _anyCase.TryGetValue(key, out Spelling anyCase) ? anyCase
            : null;
    }

    /// <summary>Drops what spellings of one unit differ in: blanks, carets, brackets, stops, dots and dashes between letters.</summary>
    private static string KeyOf(string folded)
    {
        var key = new StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            bool isSign = c == '-' && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1]);
            if (isSign || !(char.IsWhiteSpace(c) || c is '^' or '·' or '.' or '-' or '(' or ')' or '[' or ']'))
            {
                key.Append(c == 'µ' ? 'u' : c);
            }
        }

        return key.ToString();
    }

    private static UnitTable Load()
    {
        var units = ImmutableArray.CreateBuilder<UnitDefinition>();
        var spellings = new List<Spelling>();
        foreach (string[] row in EmbeddedTable.Rows("Quantities", "units.tsv", Columns))
        {
            string[] written = row[3].Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            (string? unitsNet, double factor) = ParseScale(row[2]);
            var unit = new UnitDefinition(row[0], row[1], unitsNet, factor, [.. written.Select(w => WithoutMark(w))]);
            units.Add(unit);
            spellings.AddRange(written.Select(w => new Spelling(KeyOf(FoldedText.Of(WithoutMark(w)).Text), unit, w.Length, w.StartsWith('~'))));
            string ownKey = KeyOf(FoldedText.Of(unit.Canonical).Text);
            spellings.Add(new Spelling(ownKey, unit, unit.Canonical.Length, spellings.Exists(s => s.Key == ownKey && s.IsOrdinaryWord)));
        }

        return new UnitTable(units.ToImmutable(), spellings);
    }

    private static string WithoutMark(string written) => written.Length > 1 ? written.TrimStart('~') : written;

    private static (string? UnitsNetUnit, double Factor) ParseScale(string scale)
    {
        if (scale.StartsWith('='))
        {
            return (null, double.Parse(scale.AsSpan(1), CultureInfo.InvariantCulture));
        }

        int star = scale.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? (scale, 1) : (scale[(star + 1)..], double.Parse(scale.AsSpan(0, star), CultureInfo.InvariantCulture));
    }

    private readonly record struct Spelling(string Key, UnitDefinition Unit, int Length, bool IsOrdinaryWord);
}
