using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Splits cells that no drawn line divides though their words stand in the table's columns: striped rows under a header
/// whose cells alone are outlined. Where lines are drawn, an open boundary means a merged cell and stays open.
/// </summary>
internal static class WideCellSplitter
{
    // Boundaries drawn in the first rows only, or not drawn but painted, say nothing about the rows below.
    private const int HeaderRows = 3;

    /// <summary>Splits such cells row by row.</summary>
    public static void Split(GridDraft grid, RuleGroup group, IReadOnlyList<TextLine> lines)
    {
        bool[] open = OpenBoundaries(grid, group);
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

    private static bool[] OpenBoundaries(GridDraft grid, RuleGroup group)
    {
        var open = new bool[grid.Columns];
        for (int c = 1; c < grid.Columns; c++)
        {
            open[c] = !IsDrawnBelowHeader(grid, group, c);
        }

        return open;
    }

    private static bool IsDrawnBelowHeader(GridDraft grid, RuleGroup group, int column)
    {
        double x = grid.Xs[column];
        double headerEnd = grid.Ys[Math.Min(HeaderRows, grid.Rows - 1)];
        foreach (Rule rule in group.Rules)
        {
            if (!rule.Horizontal && rule.Drawn && Math.Abs(rule.Position - x) < 4 && rule.End > headerEnd + 2)
            {
                return true;
            }
        }

        return false;
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
