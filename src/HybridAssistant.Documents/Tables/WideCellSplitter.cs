using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Splits cells that no drawn line divides though their words stand in the table's columns: striped rows under a header
/// whose cells alone are outlined. Where lines are drawn, an open boundary means a merged cell and stays open.
/// </summary>
internal static class WideCellSplitter
{
    // A boundary that at least this share of the rows draws is meant wherever it is drawn, and only there.
    private const double DrawnByMost = 0.4;

    /// <summary>Splits such cells row by row.</summary>
    public static void Split(GridDraft grid, RuleGroup group, IReadOnlyList<TextLine> lines)
    {
        bool[] open = OpenBoundaries(grid);
        if (!open.Contains(true))
        {
            return;
        }

        foreach (TextLine line in lines)
        {
            int row = grid.RowAt(line.Box.CenterY);
            if (row >= 0)
            {
                SplitRow(grid, row, LineSplitter.Split(line), open);
            }
        }
    }

    private static bool[] OpenBoundaries(GridDraft grid)
    {
        var open = new bool[grid.Columns];
        for (int c = 1; c < grid.Columns; c++)
        {
            int drawn = 0;
            for (int r = 0; r < grid.Rows; r++)
            {
                drawn += grid.Owners[r, c - 1] != grid.Owners[r, c] ? 1 : 0;
            }

            open[c] = drawn < DrawnByMost * grid.Rows;
        }

        return open;
    }

    private static void SplitRow(GridDraft grid, int row, List<Segment> segments, bool[] open)
    {
        for (int i = 1; i < segments.Count; i++)
        {
            int left = grid.ColumnAt(segments[i - 1].X1 - 0.5);
            int right = grid.ColumnAt(segments[i].X0 + 0.5);
            if (left < 0 || right <= left || grid.Owners[row, left] != grid.Owners[row, right])
            {
                continue;
            }

            for (int c = left + 1; c <= right; c++)
            {
                if (open[c])
                {
                    SplitAt(grid, row, c);
                }
            }
        }
    }

    private static void SplitAt(GridDraft grid, int row, int column)
    {
        int owner = grid.Owners[row, column];
        int end = column;
        while (end < grid.Columns && grid.Owners[row, end] == owner)
        {
            end++;
        }

        grid.Detach(row, column, end);
    }
}
