
namespace HybridAssistant.Documents.Tables;

/// <summary>Builds grids from words alone, or from words between horizontal lines: columns are where no row prints anything.</summary>
internal static class BandedGrid
{
    // A column boundary lies in the middle of its white strip; the space of a tight row may be this far off, in points.
    private const double NearBoundary = 9;

    // Values that follow each other without a label between them may fill their columns further.
    private const double NearValue = 24;

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
        xs.AddRange(gutters.Select(gutter => BesideFullCells(rows, gutter)));
        xs.Add(Math.Max(right, gutters[^1]) + 1);

        var grid = new GridDraft(xs, separators);
        foreach (IReadOnlyList<Segment> row in rows)
        {
            MergeCrossed(grid, row);
        }

        return grid;
    }

    /// <summary>
    /// Where the widest values of a column leave no more than a word space before the next column, the boundary lies there:
    /// "−40 … +125 °C −20 … +85 °C". Nothing of the other rows may stand there.
    /// </summary>
    private static double BesideFullCells(IReadOnlyList<IReadOnlyList<Segment>> rows, double gutter)
    {
        foreach (Segment full in rows.SelectMany(static row => row).Where(segment => segment.X0 < gutter && gutter < segment.X1 && ValueShape.StartsAsQuantity(segment.Text)))
        {
            int behind = IndexBehind(full, gutter, NearValue);
            if (behind < 0)
            {
                continue;
            }

            double gap = (full.Line.Words[behind - 1].Box.X1 + full.Line.Words[behind].Box.X0) / 2;
            return rows.All(row => row.All(segment => !HasWordAt(segment, gap) || (segment.X0 < gutter && gutter < segment.X1))) ? gap : gutter;
        }

        return gutter;
    }

    private static bool HasWordAt(Segment segment, double x)
    {
        for (int i = segment.Start; i < segment.End; i++)
        {
            if (segment.Line.Words[i].Box.X0 < x && x < segment.Line.Words[i].Box.X1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A phrase that reaches over a column boundary with a word space right there, and a value behind it, is a label that
    /// fills its column to the end.
    /// </summary>
    private static IEnumerable<Segment> SplitAtBoundaries(GridDraft grid, Segment segment)
    {
        var parts = new List<Segment>();
        int start = segment.Start;
        for (int c = 1; c < grid.Columns; c++)
        {
            double x = grid.Xs[c];
            if (x <= segment.X0 || x >= segment.X1)
            {
                continue;
            }

            int word = IndexBehind(segment, x);
            if (word <= start)
            {
                return [segment];
            }

            parts.Add(segment with { Start = start, End = word });
            start = word;
        }

        parts.Add(segment with { Start = start });
        return parts;
    }

    /// <summary>The value behind the word space nearest to x; -1 where none is near.</summary>
    private static int IndexBehind(Segment segment, double x, double near = NearBoundary)
    {
        int nearest = -1;
        double distance = near;
        for (int i = segment.Start + 1; i < segment.End; i++)
        {
            double gap = (segment.Line.Words[i - 1].Box.X1 + segment.Line.Words[i].Box.X0) / 2;
            if (Math.Abs(gap - x) < distance && ValueShape.StartsAsQuantity(LineText.Of(segment.Line.Words, i, segment.End)))
            {
                (nearest, distance) = (i, Math.Abs(gap - x));
            }
        }

        return nearest;
    }

    /// <summary>Merges the places that one segment runs across.</summary>
    private static void MergeCrossed(GridDraft grid, IReadOnlyList<Segment> segments)
    {
        int row = grid.RowAt(segments[0].Line.Box.CenterY);
        if (row < 0)
        {
            return;
        }

        foreach (Segment segment in segments.SelectMany(segment => SplitAtBoundaries(grid, segment)))
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
