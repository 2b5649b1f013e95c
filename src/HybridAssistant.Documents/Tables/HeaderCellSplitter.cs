using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Splits merged heading cells whose lines stand in the columns below: "250Vac  125Vac" over two columns, or a common
/// heading with the units of each column on the line under it.
/// </summary>
internal static class HeaderCellSplitter
{
    private const int HeaderRows = 3;

    /// <summary>Splits such cells in the first rows.</summary>
    public static void Split(GridDraft grid, IReadOnlyList<TextLine> lines)
    {
        for (int r = 0; r < Math.Min(HeaderRows, grid.Rows - 1); r++)
        {
            foreach (List<TextLine> cell in MergedCells(grid, r, lines))
            {
                SplitCell(grid, r, cell);
            }
        }
    }

    private static void SplitCell(GridDraft grid, int row, List<TextLine> cell)
    {
        int dividing = cell.FindIndex(line => Boundaries(grid, row, line).Count > 0);
        if (dividing < 0)
        {
            return;
        }

        TextLine below = cell[dividing];
        if (dividing > 0)
        {
            // The line above is the common heading; the dividing one gets a row of its own.
            grid.InsertRows(row, [((cell[dividing - 1].Baseline + below.Baseline) / 2) - (0.25 * below.FontSize)]);
            Detach(grid, row, Boundaries(grid, row, cell[0]), cell[0]);
            row++;
        }

        Detach(grid, row, Boundaries(grid, row, below), below);
    }

    private static IEnumerable<List<TextLine>> MergedCells(GridDraft grid, int row, IReadOnlyList<TextLine> lines)
    {
        var cells = new Dictionary<int, List<TextLine>>();
        foreach (TextLine line in lines)
        {
            if (grid.RowAt(line.Box.CenterY) != row)
            {
                continue;
            }

            foreach ((int column, TextLine part) in GridText.Parts(grid, line))
            {
                int owner = grid.Owners[row, column];
                if (!cells.TryGetValue(owner, out List<TextLine>? cell))
                {
                    cells[owner] = cell = [];
                }

                cell.Add(part);
            }
        }

        return [.. cells.Values];
    }

    /// <summary>The column boundaries between the phrases of a line that no phrase crosses.</summary>
    private static List<int> Boundaries(GridDraft grid, int row, TextLine line)
    {
        var boundaries = new List<int>();
        List<Segment> segments = LineSplitter.Split(line);
        for (int i = 1; i < segments.Count; i++)
        {
            int start = grid.ColumnAt(segments[i - 1].X0 + 0.5);
            int from = grid.ColumnAt(segments[i - 1].X1 - 0.5);
            int to = grid.ColumnAt(segments[i].X0 + 0.5);
            if (from >= 0 && to > from && start == from && grid.Owners[row, from] == grid.Owners[row, to])
            {
                boundaries.Add(to);
            }
        }

        return boundaries;
    }

    private static void Detach(GridDraft grid, int row, List<int> boundaries, TextLine line)
    {
        int owner = grid.Owners[row, grid.ColumnAt(line.Words[0].Box.CenterX)];
        int start = -1;
        for (int c = 0; c <= grid.Columns; c++)
        {
            bool owned = c < grid.Columns && grid.Owners[row, c] == owner;
            if (owned && start < 0)
            {
                start = c;
            }
            else if (start >= 0 && (!owned || boundaries.Contains(c)))
            {
                grid.Detach(row, start, c);
                start = owned ? c : -1;
            }
        }
    }
}
