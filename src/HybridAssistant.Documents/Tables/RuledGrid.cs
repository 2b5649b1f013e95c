using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Reads the cells of a table off its ruling lines: two places without a line between them are one cell.</summary>
internal static class RuledGrid
{
    // Double lines and line ends closer than this are one boundary, in points.
    private const double SameBoundary = 4;

    // A boundary is drawn where lines cover at least this share of it.
    private const double Covered = 0.6;

    /// <summary>Builds the grid of a group of rules; null where it has too few lines to be one.</summary>
    public static GridDraft? Build(RuleGroup group)
    {
        List<double> xs = Boundaries(group, horizontal: false, group.Box.X0, group.Box.X1);
        List<double> ys = Boundaries(group, horizontal: true, group.Box.Y0, group.Box.Y1);
        if (xs.Count < 3 || ys.Count < 2)
        {
            return null;
        }

        var grid = new GridDraft(xs, ys);
        MergeOpenPlaces(grid, group);
        SquareCells(grid);
        return grid;
    }

    private static List<double> Boundaries(RuleGroup group, bool horizontal, double first, double last)
    {
        var positions = new List<double> { first, last };
        foreach (Rule rule in group.Rules)
        {
            if (rule.Horizontal == horizontal)
            {
                positions.Add(rule.Position);
            }
        }

        positions.Sort();
        var boundaries = new List<double>();
        foreach (double position in positions)
        {
            if (boundaries.Count == 0 || position - boundaries[^1] > SameBoundary)
            {
                boundaries.Add(position);
            }
        }

        return boundaries;
    }

    private static void MergeOpenPlaces(GridDraft grid, RuleGroup group)
    {
        bool[,] closedRight = Drawn(group, horizontal: false, grid.Xs, grid.Ys);
        bool[,] closedBelow = Drawn(group, horizontal: true, grid.Ys, grid.Xs);
        for (int r = 0; r < grid.Rows; r++)
        {
            for (int c = 0; c < grid.Columns; c++)
            {
                if (c + 1 < grid.Columns && !closedRight[c + 1, r])
                {
                    grid.Merge(grid.Owners[r, c], grid.Owners[r, c + 1]);
                }

                if (r + 1 < grid.Rows && !closedBelow[r + 1, c])
                {
                    grid.Merge(grid.Owners[r, c], grid.Owners[r + 1, c]);
                }
            }
        }
    }

    /// <summary>For each boundary and each interval along it, whether a rule covers it.</summary>
    private static bool[,] Drawn(RuleGroup group, bool horizontal, List<double> boundaries, List<double> along)
    {
        var covered = new double[boundaries.Count, along.Count - 1];
        foreach (Rule rule in group.Rules)
        {
            if (rule.Horizontal != horizontal)
            {
                continue;
            }

            int b = Nearest(boundaries, rule.Position);
            for (int i = 0; i < along.Count - 1; i++)
            {
                covered[b, i] += Math.Max(0, Math.Min(rule.End, along[i + 1]) - Math.Max(rule.Start, along[i]));
            }
        }

        var drawn = new bool[boundaries.Count, along.Count - 1];
        for (int b = 0; b < boundaries.Count; b++)
        {
            for (int i = 0; i < along.Count - 1; i++)
            {
                drawn[b, i] = covered[b, i] >= Covered * (along[i + 1] - along[i]);
            }
        }

        return drawn;
    }

    private static int Nearest(List<double> boundaries, double position)
    {
        int nearest = 0;
        for (int i = 1; i < boundaries.Count; i++)
        {
            if (Math.Abs(boundaries[i] - position) < Math.Abs(boundaries[nearest] - position))
            {
                nearest = i;
            }
        }

        return nearest;
    }

    /// <summary>A cell that is no rectangle (a line is missing somewhere) falls back to its runs within rows.</summary>
    private static void SquareCells(GridDraft grid)
    {
        var extents = new Dictionary<int, (int Top, int Left, int Bottom, int Right, int Count)>();
        for (int r = 0; r < grid.Rows; r++)
        {
            for (int c = 0; c < grid.Columns; c++)
            {
                int owner = grid.Owners[r, c];
                extents[owner] = extents.TryGetValue(owner, out var e)
                    ? (e.Top, Math.Min(e.Left, c), r, Math.Max(e.Right, c), e.Count + 1)
                    : (r, c, r, c, 1);
            }
        }

        foreach ((int owner, var e) in extents)
        {
            if (e.Count == (e.Bottom - e.Top + 1) * (e.Right - e.Left + 1))
            {
                continue;
            }

            for (int r = e.Top; r <= e.Bottom; r++)
            {
                DetachRuns(grid, r, owner);
            }
        }
    }

    private static void DetachRuns(GridDraft grid, int row, int owner)
    {
        int start = -1;
        for (int c = 0; c <= grid.Columns; c++)
        {
            bool owned = c < grid.Columns && grid.Owners[row, c] == owner;
            if (owned && start < 0)
            {
                start = c;
            }
            else if (!owned && start >= 0)
            {
                grid.Detach(row, start, c);
                start = -1;
            }
        }
    }
}
