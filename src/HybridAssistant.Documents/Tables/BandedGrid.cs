
namespace HybridAssistant.Documents.Tables;

/// <summary>Builds grids from words alone, or from words between horizontal lines: columns are where no row prints anything.</summary>
internal static class BandedGrid
{
    /// <summary>Builds the grid of rows whose separators are known.</summary>
    /// <param name="rows">Lines of text, split into segments, top to bottom.</param>
    /// <param name="separators">Row boundaries, at least two.</param>
    /// <param name="gutters">Column boundaries inside the table; at least one.</param>
    public static GridDraft Build(IReadOnlyList<IReadOnlyList<Segment>> rows, List<double> separators, IReadOnlyList<double> gutters)
    {
        double left = double.MaxValue;
        double right = double.MinValue;
        foreach (IReadOnlyList<Segment> row in rows)
        {
            left = Math.Min(left, row[0].X0);
            right = Math.Max(right, row[^1].X1);
        }

        var xs = new List<double>(gutters.Count + 2) { Math.Min(left, gutters[0]) - 1 };
        xs.AddRange(gutters);
        xs.Add(Math.Max(right, gutters[^1]) + 1);

        var grid = new GridDraft(xs, separators);
        foreach (IReadOnlyList<Segment> row in rows)
        {
            MergeCrossed(grid, row);
        }

        return grid;
    }

    /// <summary>Merges the places that one segment runs across.</summary>
    private static void MergeCrossed(GridDraft grid, IReadOnlyList<Segment> segments)
    {
        int row = grid.RowAt(segments[0].Line.Box.CenterY);
        if (row < 0)
        {
            return;
        }

        foreach (Segment segment in segments)
        {
            int first = grid.ColumnAt(segment.X0 + 0.5);
            int last = grid.ColumnAt(segment.X1 - 0.5);
            for (int c = first; c >= 0 && c < last; c++)
            {
                grid.Merge(grid.Owners[row, first], grid.Owners[row, c + 1]);
            }
        }
    }
}
