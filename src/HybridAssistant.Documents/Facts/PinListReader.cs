using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads numbered lists under headings of pins ("1. VCO output", two or more of them side by side): the number is the pin's.</summary>
internal static partial class PinListReader
{
    private const int FewestPins = 3;

    // The kind of package may stand between the heading and the list.
    private const int MostHeadings = 2;

    private static readonly FrozenSet<string> PinWords = DataTable.Rows("Facts.pin-words.tsv", 1)
        .SelectMany(static row => row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pins of a table of such lists with their places; none where it is something else.</summary>
    /// <param name="table">A table without lines.</param>
    /// <param name="headings">The headings above it, nearest first.</param>
    public static IReadOnlyList<(string Pin, string Function, Cell Cell)> Read(Table table, IEnumerable<string> headings)
    {
        if (table.IsRuled || !headings.Take(MostHeadings).Any(static heading => heading.Split(' ').Any(PinWords.Contains)))
        {
            return [];
        }

        var pins = new List<(string, string, Cell)>();
        for (int c = 0; c < table.ColumnCount; c++)
        {
            ReadColumn(table, c, pins);
        }

        return pins.Count >= FewestPins ? pins : [];
    }

    private static void ReadColumn(Table table, int column, List<(string Pin, string Function, Cell Cell)> pins)
    {
        int first = pins.Count;
        for (int r = 0; r < table.RowCount; r++)
        {
            if (table.At(r, column) is not { IsEmpty: false } cell || cell.Row != r || cell.Column != column)
            {
                continue;
            }

            Match number = Numbered().Match(cell.Text);
            string function = number.Groups["function"].Value;
            if (number.Success && function.Length == 0 && column + 1 < table.ColumnCount && table.At(r, column + 1) is { IsEmpty: false } beside)
            {
                pins.Add((number.Groups["pin"].Value, beside.Text, beside));
            }
            else if (number.Success && function.Length > 0)
            {
                pins.Add((number.Groups["pin"].Value, function, cell));
            }
            else if (pins.Count > first && cell.Text[0] == '(')
            {
                pins[^1] = (pins[^1].Pin, $"{pins[^1].Function} {cell.Text}", pins[^1].Cell);
            }
        }
    }

    [GeneratedRegex(@"^(?<pin>\d{1,3})(?:[.,):=-]| -| =|$) ?(?<function>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
