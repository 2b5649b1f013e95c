namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Without vertical lines, a value for several columns is told by its place: it stands in the middle of them, and the
/// places beside it are empty.
/// </summary>
internal static class CenteredCell
{
    // A cell that begins where its column's other cells do belongs to that column alone, in points.
    private const double SameEdge = 6;

    // The middle of several columns is met within this, in points.
    private const double SameMiddle = 5;

    /// <summary>First and last of the columns that a cell's value holds for.</summary>
    public static (int First, int Last) Columns(Table table, Cell cell, int firstColumn, int firstBodyRow)
    {
        (int First, int Last) own = (cell.Column, cell.Column + cell.ColumnSpan - 1);
        if (table.IsRuled || cell.ColumnSpan > 1 || cell.RowSpan > 1 || IsAligned(table, cell, firstBodyRow))
        {
            return own;
        }

        double center = cell.TextBox.CenterX;
        (int First, int Last) best = own;
        double distance = Math.Abs(MiddleOf(table, own.First) - center);
        for (int first = cell.Column; first >= firstColumn && IsFree(table, cell, first); first--)
        {
            for (int last = cell.Column; last < table.ColumnCount && IsFree(table, cell, last); last++)
            {
                double d = Math.Abs(((MiddleOf(table, first) + MiddleOf(table, last)) / 2) - center);
                if (d < distance && d < SameMiddle)
                {
                    (best, distance) = ((first, last), d);
                }
            }
        }

        return best;
    }

    private static bool IsFree(Table table, Cell cell, int column) =>
        column == cell.Column || table.At(cell.Row, column) is null or { IsEmpty: true };

    private static bool IsAligned(Table table, Cell cell, int firstBodyRow)
    {
        int aligned = 0, others = 0;
        for (int r = firstBodyRow; r < table.RowCount; r++)
        {
            if (table.At(r, cell.Column) is { IsEmpty: false, ColumnSpan: 1 } other && other != cell && other.Row == r)
            {
                others++;
                aligned += Math.Abs(other.TextBox.X0 - cell.TextBox.X0) < SameEdge || Math.Abs(other.TextBox.CenterX - cell.TextBox.CenterX) < SameEdge
                    || Math.Abs(other.TextBox.X1 - cell.TextBox.X1) < SameEdge ? 1 : 0;
            }
        }

        return others == 0 || aligned * 3 > others;
    }

    private static double MiddleOf(Table table, int column)
    {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < table.RowCount; r++)
        {
            if (table.At(r, column) is { IsEmpty: false, ColumnSpan: 1 } cell)
            {
                sum += cell.TextBox.CenterX;
                count++;
            }
        }

        return count == 0 ? double.MaxValue / 4 : sum / count;
    }
}
