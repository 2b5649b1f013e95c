using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Takes tables apart that run side by side in one frame: label, value, label, value.</summary>
internal static class DoubleTable
{
    // Share of the rows that must show the pattern of labels.
    private const double Shown = 0.7;

    // Fewer rows show no pattern.
    private const int FewestRows = 3;

    /// <summary>The tables side by side, left to right; the table itself where it is a single one.</summary>
    public static IReadOnlyList<Table> Split(Table table)
    {
        if (table.ColumnCount < 4 || table.ColumnCount % 2 != 0)
        {
            return [table];
        }

        int half = table.ColumnCount / 2;
        if (RepeatsHeading(table, half))
        {
            return [Part(table, 0, half, ownFrame: true), Part(table, half, table.ColumnCount, ownFrame: true)];
        }

        if (AlternatesWithValues(table))
        {
            return [.. Enumerable.Range(0, half).Select(p => Part(table, 2 * p, (2 * p) + 2))];
        }

        for (int c = 2; c < table.ColumnCount; c += 2)
        {
            if (!AreLabels(table, c))
            {
                return [table];
            }
        }

        return AreLabels(table, 0) ? [.. Enumerable.Range(0, half).Select(p => Part(table, 2 * p, (2 * p) + 2))] : [table];
    }

    /// <summary>
    /// Without any marks: words that begin with a capital in the first and third column, each of them once, values in the
    /// second and fourth, and no row of headings.
    /// </summary>
    private static bool AlternatesWithValues(Table table)
    {
        if (table.ColumnCount != 4 || table.RowCount < FewestRows || HeaderRows.EndOf(table, 0) > 0)
        {
            return false;
        }

        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int values = 0, cells = 0;
        foreach (Cell cell in table.Cells.Where(static cell => !cell.IsEmpty))
        {
            if (cell.ColumnSpan > 1)
            {
                return false;
            }

            if (cell.Column % 2 == 0)
            {
                if (!char.IsUpper(cell.Text[0]) || cell.Text.Length < 4 || ValueShape.IsCode(cell.Text) || !labels.Add(cell.Text))
                {
                    return false;
                }
            }
            else
            {
                cells++;
                values += ValueShape.StartsAsQuantity(cell.Text) || ValueShape.IsCode(cell.Text) ? 1 : 0;
            }
        }

        return labels.Count >= (2 * table.RowCount) - 1 && values * 2 > cells;
    }

    private static bool RepeatsHeading(Table table, int half)
    {
        for (int r = 0; r < Math.Min(2, table.RowCount); r++)
        {
            if (table.At(r, 0) is { IsEmpty: false } left && table.At(r, half) is { IsEmpty: false } right
                && left != right && left.Text == right.Text && HeaderWords.RoleOf(left.Text) != ColumnRole.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a column looks like labels and the one behind it does not: by shading, weight or closing colons.</summary>
    private static bool AreLabels(Table table, int column)
    {
        int rows = 0, marked = 0;
        for (int r = 0; r < table.RowCount; r++)
        {
            if (table.At(r, column) is not { IsEmpty: false, ColumnSpan: 1 } label || table.At(r, column + 1) is not { IsEmpty: false } value || label == value)
            {
                continue;
            }

            rows++;
            bool shaded = ColorValue.Distance(label.Fill, value.Fill) > 4 && label.Fill != ColorValue.White;
            marked += !ValueShape.StartsAsQuantity(label.Text) && (shaded || (label.IsBold && !value.IsBold) || label.Text.EndsWith(':')) ? 1 : 0;
        }

        return rows > 0 && marked >= Shown * rows;
    }

    private static Table Part(Table table, int start, int end, bool ownFrame = false)
    {
        var cells = new List<Cell>();
        foreach (Cell cell in table.Cells)
        {
            int first = Math.Max(cell.Column, start);
            int last = Math.Min(cell.Column + cell.ColumnSpan, end);
            if (first < last)
            {
                cells.Add(new Cell(cell.Row, first - start, cell.RowSpan, last - first, cell.Box, cell.Lines) { Fill = cell.Fill });
            }
        }

        BoundingBox box = cells.Select(static c => c.Box).Aggregate(static (a, b) => a.Union(b));
        return new Table(table.Page, table.RowCount, end - start, cells, box, table.IsRuled) { Frame = ownFrame ? box : table.Frame };
    }
}
