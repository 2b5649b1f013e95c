using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Splits ruled rows that hold several rows of text: values of at least two columns stand on the same baselines,
/// each a value by itself. Cells with one text for all of them stay whole.
/// </summary>
internal static class RowSplitter
{
    /// <summary>Splits every such row of the grid.</summary>
    public static void Split(GridDraft grid, IReadOnlyList<TextLine> lines)
    {
        SplitTallCells(grid, lines);
        for (int r = grid.Rows - 1; r >= 0; r--)
        {
            SplitRow(grid, r, lines);
        }
    }

    /// <summary>A cell over several rows that prints one value beside each of them is as many cells.</summary>
    private static void SplitTallCells(GridDraft grid, IReadOnlyList<TextLine> lines)
    {
        var cells = new Dictionary<int, List<(int Row, TextLine Line)>>();
        foreach (TextLine line in lines)
        {
            int row = grid.RowAt(line.Box.CenterY);
            foreach ((int column, TextLine part) in GridText.Parts(grid, line))
            {
                int owner = grid.Owners[row, column];
                if (!cells.TryGetValue(owner, out List<(int, TextLine)>? cell))
                {
                    cells[owner] = cell = [];
                }

                cell.Add((row, part));
            }
        }

        foreach ((int owner, List<(int Row, TextLine Line)> cell) in cells)
        {
            bool oneEach = cell.Count >= 2 && cell.DistinctBy(static c => c.Row).Count() == cell.Count;
            if (!oneEach || !cell.TrueForAll(static c => ValueShape.IsValueLine(LineText.Of(c.Line))) || cell.Count != RowsOf(grid, owner))
            {
                continue;
            }

            foreach ((int row, _) in cell)
            {
                DetachSplit(grid, row, [owner]);
            }
        }
    }

    private static int RowsOf(GridDraft grid, int owner)
    {
        int rows = 0;
        for (int r = 0; r < grid.Rows; r++)
        {
            for (int c = 0; c < grid.Columns; c++)
            {
                if (grid.Owners[r, c] == owner)
                {
                    rows++;
                    break;
                }
            }
        }

        return rows;
    }

    private static void SplitRow(GridDraft grid, int row, IReadOnlyList<TextLine> lines)
    {
        Dictionary<int, List<TextLine>> cells = CellLines(grid, row, lines);
        List<double>? baselines = null;
        int agreeing = 0;
        foreach (List<TextLine> cell in cells.Values)
        {
            if (cell.Count >= 2 && (baselines is null || cell.Count > baselines.Count) && AreValues(cell))
            {
                baselines = [.. cell.Select(static line => line.Baseline)];
            }
        }

        if (baselines is null)
        {
            return;
        }

        var split = new HashSet<int>();
        foreach ((int owner, List<TextLine> cell) in cells)
        {
            if (cell.Count >= 2 && cell.TrueForAll(line => IndexOf(baselines, line) >= 0) && (AreValues(cell) || (cell.Count == baselines.Count && cell.Count >= 3)))
            {
                split.Add(owner);
                agreeing += AreValues(cell) ? 1 : 0;
            }
        }

        if (agreeing < 2)
        {
            return;
        }

        var boundaries = new List<double>();
        for (int i = 1; i < baselines.Count; i++)
        {
            double size = cells.Values.First(cell => cell.Count > 0)[0].FontSize;
            boundaries.Add((baselines[i - 1] + baselines[i] - (0.55 * size)) / 2);
        }

        grid.InsertRows(row, boundaries);
        for (int r = row; r < row + baselines.Count; r++)
        {
            DetachSplit(grid, r, split);
        }
    }

    private static void DetachSplit(GridDraft grid, int row, HashSet<int> split)
    {
        int c = 0;
        while (c < grid.Columns)
        {
            int owner = grid.Owners[row, c];
            int end = c + 1;
            while (end < grid.Columns && grid.Owners[row, end] == owner)
            {
                end++;
            }

            if (split.Contains(owner))
            {
                grid.Detach(row, c, end);
            }

            c = end;
        }
    }

    private static Dictionary<int, List<TextLine>> CellLines(GridDraft grid, int row, IReadOnlyList<TextLine> lines)
    {
        var cells = new Dictionary<int, List<TextLine>>();
        foreach (TextLine line in lines)
        {
            if (line.Box.CenterY < grid.Ys[row] || line.Box.CenterY > grid.Ys[row + 1])
            {
                continue;
            }

            foreach ((int column, TextLine part) in GridText.Parts(grid, line))
            {
                int owner = grid.Owners[row, column];
                if (IsSingleRow(grid, row, column))
                {
                    if (!cells.TryGetValue(owner, out List<TextLine>? cell))
                    {
                        cells[owner] = cell = [];
                    }

                    cell.Add(part);
                }
            }
        }

        return cells;
    }

    private static bool IsSingleRow(GridDraft grid, int row, int column)
    {
        int owner = grid.Owners[row, column];
        return (row == 0 || grid.Owners[row - 1, column] != owner)
            && (row == grid.Rows - 1 || grid.Owners[row + 1, column] != owner);
    }

    /// <summary>All of two lines, or most of more, are values by themselves.</summary>
    private static bool AreValues(List<TextLine> cell)
    {
        int values = cell.Count(static line => ValueShape.IsValueLine(LineText.Of(line)));
        return values == cell.Count || (cell.Count >= 3 && values * 2 >= cell.Count);
    }

    private static int IndexOf(List<double> baselines, TextLine line) =>
        baselines.FindIndex(baseline => Math.Abs(baseline - line.Baseline) <= 0.35 * line.FontSize);
}
