namespace HybridAssistant.Documents.Tables;

/// <summary>A table that goes on from the page before without repeating its headings has them all the same.</summary>
internal static class ShapeInheritance
{
    // Columns of the two parts stand below one another within this, in points.
    private const double SameColumn = 24;
    private const double SameEdge = 8;

    // Room for a heading of rows between two parts, in points.
    private const double WidestGap = 34;

    /// <summary>The shape of the part above, fitted to this part's columns; null where this is no continuation.</summary>
    public static TableShape? Continue(Table table, TableShape own, Table above, TableShape shapeAbove)
    {
        bool bare = own.FirstBodyRow == 0 && own.Layout == TableLayout.KeyValue;
        if (!bare || !HasHeadings(shapeAbove) || table.ColumnCount < 3 || table.ColumnCount > above.ColumnCount
            || !FollowsOn(table, above) || Math.Abs(table.Box.X0 - above.Box.X0) > SameEdge)
        {
            return null;
        }

        var columns = new int[table.ColumnCount];
        for (int c = 1; c < table.ColumnCount; c++)
        {
            columns[c] = ColumnBelow(above, CenterOf(table, c, 0));
            if (columns[c] <= columns[c - 1])
            {
                return null;
            }
        }

        return shapeAbove with
        {
            FirstBodyRow = 0,
            Titles = [],
            Headings = [.. columns.Select(c => shapeAbove.Headings[c])],
            Roles = [.. columns.Select(c => shapeAbove.Roles[c])],
            LabelColumns = Math.Min(shapeAbove.LabelColumns, table.ColumnCount - 1),
            KeyColumn = Array.IndexOf(columns, shapeAbove.KeyColumn),
        };
    }

    private static bool HasHeadings(TableShape shape) => Array.Exists(shape.Headings, static heading => heading.Name.Length > 0);

    /// <summary>On the next page, or a part of as many columns on the same page: a heading of rows stands between.</summary>
    private static bool FollowsOn(Table table, Table above) =>
        table.Page == above.Page + 1
        || (table.Page == above.Page && table.ColumnCount == above.ColumnCount && !table.IsRuled
            && table.Box.Y0 - above.Box.Y1 is > -2 and < WidestGap && Math.Abs(table.Box.X1 - above.Box.X1) < SameColumn);

    private static int ColumnBelow(Table above, double center)
    {
        int nearest = -1;
        double distance = SameColumn;
        for (int c = 0; c < above.ColumnCount; c++)
        {
            double d = Math.Abs(CenterOf(above, c, 0) - center);
            if (d < distance)
            {
                (nearest, distance) = (c, d);
            }
        }

        return nearest;
    }

    private static double CenterOf(Table table, int column, int firstRow)
    {
        double sum = 0;
        int count = 0;
        for (int r = firstRow; r < table.RowCount; r++)
        {
            if (table.At(r, column) is { IsEmpty: false, ColumnSpan: 1 } cell)
            {
                sum += cell.TextBox.CenterX;
                count++;
            }
        }

        return count == 0 ? double.MaxValue : sum / count;
    }
}
