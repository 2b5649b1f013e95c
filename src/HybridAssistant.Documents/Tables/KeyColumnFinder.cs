using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Tables;

/// <summary>Finds the column of a table of records that names the product of each row.</summary>
internal static class KeyColumnFinder
{
    // Share of a column's cells that must be codes; the others are remarks and group names.
    private const double Codes = 0.8;

    // "T4", "M2" and "C3" are classes and grades; shorter codes than this name products only under a heading that says so.
    private const int ShortestCode = 4;

    // Bearings and screws are numbered: "6204", "22310".
    private const int FewestDigits = 3;

    /// <summary>The column; -1 where rows are about no product of their own.</summary>
    public static int Find(Table table, int first, Heading[] headings, ColumnRole[] roles)
    {
        if (HoldsNumbers(table, first, headings[0], roles[0]))
        {
            return 0;
        }

        // Records of named properties ("No. | Parameter | Range") are about no product of their own.
        if (Array.IndexOf(roles, ColumnRole.Label) >= 0)
        {
            return -1;
        }

        // The first column of codes names what its row is about; order numbers further right are facts about it.
        if (HoldsCodes(table, 0, first, roles[0]))
        {
            return 0;
        }

        int key = Array.IndexOf(roles, ColumnRole.Key);
        if (key >= 0 && NamesProducts(table, key, first))
        {
            return key;
        }

        for (int c = 1; c < table.ColumnCount; c++)
        {
            if (HoldsCodes(table, c, first, roles[c]))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Product names hold digits, or are capitals with dashes; "Round" and "Copper" under "Type" are no products.</summary>
    private static bool NamesProducts(Table table, int column, int first)
    {
        List<Cell> cells = CellsOf(table, column, first);
        return cells.Count(static cell => IsName(cell.Text)) * 2 > cells.Count;
    }

    /// <summary>Whether a cell in a column of products names one.</summary>
    public static bool IsName(string text) =>
        text.Length <= 40 && QuantityFinder.Default.FindQuantities(text).IsEmpty && !CodeLookalikes.Default.Contains(text)
        && (text.Any(char.IsAsciiDigit) || (text.Contains('-', StringComparison.Ordinal) && text.All(static c => char.IsUpper(c) || c == '-')));

    private static bool HoldsCodes(Table table, int column, int first, ColumnRole role)
    {
        List<Cell> cells = CellsOf(table, column, first);
        int shortest = role == ColumnRole.Key ? 2 : ShortestCode;
        return cells.Count > 0 && cells.Count(cell => cell.Text.Length >= shortest && IsCode(cell.Text)) >= Codes * cells.Count;
    }

    private static bool IsCode(string text) =>
        ValueShape.IsCode(text) && !CodeLookalikes.Default.Contains(text) && QuantityFinder.Default.FindQuantities(text).IsEmpty;

    /// <summary>Designations that are numbers: no unit stands over them, and none is printed twice.</summary>
    private static bool HoldsNumbers(Table table, int first, Heading heading, ColumnRole role)
    {
        if (heading.Unit.Length > 0 || table.ColumnCount < 3 || !(role is ColumnRole.Key or ColumnRole.Label || heading.Name.Length == 0))
        {
            return false;
        }

        List<Cell> cells = CellsOf(table, 0, first);
        int numbers = cells.Count(static cell => cell.Text.Length >= FewestDigits && cell.Text.All(char.IsAsciiDigit));
        return cells.Count >= 3 && numbers >= Codes * cells.Count && cells.DistinctBy(static cell => cell.Text).Count() == cells.Count;
    }

    /// <summary>The cells of a column, those left out that stand alone in their row: names of groups of rows.</summary>
    private static List<Cell> CellsOf(Table table, int column, int first)
    {
        var cells = new List<Cell>();
        for (int r = first; r < table.RowCount; r++)
        {
            if (table.At(r, column) is { IsEmpty: false } cell && cell.Row == r && (table.ColumnCount == 1 || ShapeFinder.SoleCell(table, r) is null))
            {
                cells.Add(cell);
            }
        }

        return cells;
    }
}
