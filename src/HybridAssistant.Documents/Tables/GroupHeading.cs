namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Without lines, a heading over several columns is known by its words alone, which cover only the columns in their
/// middle. A column beside them belongs to it as well if that centres the heading better over its columns.
/// </summary>
internal static class GroupHeading
{
    /// <summary>The heading over a column that has an own heading in the next row but none in this; null where there is none.</summary>
    public static Cell? Over(Table table, int row, int column)
    {
        if (table.IsRuled || row + 1 >= table.RowCount || table.At(row, column) is not { IsEmpty: true }
            || table.At(row + 1, column) is not { IsEmpty: false, ColumnSpan: 1 })
        {
            return null;
        }

        return Reaching(table, row, column, -1) ?? Reaching(table, row, column, 1);
    }

    private static Cell? Reaching(Table table, int row, int column, int step)
    {
        int c = column + step;
        while (c >= 0 && c < table.ColumnCount && table.At(row, c) is { IsEmpty: true } && table.At(row + 1, c) is { IsEmpty: false, ColumnSpan: 1 })
        {
            c += step;
        }

        if (c < 0 || c >= table.ColumnCount || table.At(row, c) is not { IsEmpty: false, ColumnSpan: > 1, RowSpan: 1 } heading)
        {
            return null;
        }

        int first = Math.Min(heading.Column, column);
        int last = Math.Max(heading.Column + heading.ColumnSpan - 1, column);
        double now = Math.Abs(Middle(table, row + 1, heading.Column, heading.Column + heading.ColumnSpan - 1) - heading.TextBox.CenterX);
        double reached = Math.Abs(Middle(table, row + 1, first, last) - heading.TextBox.CenterX);
        return reached < now ? heading : null;
    }

    private static double Middle(Table table, int row, int first, int last) =>
        ((table.At(row, first)?.TextBox.CenterX ?? 0) + (table.At(row, last)?.TextBox.CenterX ?? 0)) / 2;
}
