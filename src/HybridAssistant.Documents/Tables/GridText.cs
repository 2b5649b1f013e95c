using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Distributes the words of lines over the cells of a grid.</summary>
internal static class GridText
{
    /// <summary>The parts of a line that fall into different cells, each with the column of its first word.</summary>
    public static IEnumerable<(int Column, TextLine Part)> Parts(GridDraft grid, TextLine line)
    {
        int row = grid.RowAt(line.Box.CenterY);
        if (row < 0)
        {
            yield break;
        }

        int start = -1;
        int startColumn = -1;
        for (int i = 0; i <= line.Words.Count; i++)
        {
            int column = i < line.Words.Count ? grid.ColumnAt(line.Words[i].Box.CenterX) : -1;
            if (start >= 0 && column >= 0 && grid.Owners[row, column] == grid.Owners[row, startColumn])
            {
                continue;
            }

            if (start >= 0)
            {
                yield return (startColumn, new Segment(line, start, i).ToLine());
            }

            (start, startColumn) = column >= 0 ? (i, column) : (-1, -1);
        }
    }

    /// <summary>The cells that print something.</summary>
    public static HashSet<int> OwnersWithText(GridDraft grid, IReadOnlyList<TextLine> lines)
    {
        var owners = new HashSet<int>();
        foreach (TextLine line in lines)
        {
            int row = grid.RowAt(line.Box.CenterY);
            foreach ((int column, _) in Parts(grid, line))
            {
                owners.Add(grid.Owners[row, column]);
            }
        }

        return owners;
    }

    /// <summary>Builds the table: rows and columns without any text are dropped.</summary>
    public static Table? ToTable(GridDraft grid, PageContent page, IReadOnlyList<TextLine> lines, bool ruled)
    {
        var texts = new Dictionary<int, List<TextLine>>();
        foreach (TextLine line in lines)
        {
            int row = grid.RowAt(line.Box.CenterY);
            foreach ((int column, TextLine part) in Parts(grid, line))
            {
                Add(texts, grid.Owners[row, column], part);
            }
        }

        AddVertical(grid, page, texts);
        if (texts.Count == 0)
        {
            return null;
        }

        int[] rows = Kept(grid.Rows, r => RowHasText(grid, r, texts));
        int[] columns = Kept(grid.Columns, c => ColumnHasText(grid, c, texts));
        var cells = new List<Cell>();
        var seen = new HashSet<int>();
        for (int r = 0; r < grid.Rows; r++)
        {
            for (int c = 0; c < grid.Columns; c++)
            {
                if (rows[r] >= 0 && columns[c] >= 0 && seen.Add(grid.Owners[r, c]))
                {
                    cells.Add(ToCell(grid, page, r, c, rows, columns, texts));
                }
            }
        }

        return new Table(page.Number, Count(rows), Count(columns), cells, grid.BoxOf(0, 0, grid.Rows, grid.Columns), ruled);
    }

    private static Cell ToCell(GridDraft grid, PageContent page, int r, int c, int[] rows, int[] columns, Dictionary<int, List<TextLine>> texts)
    {
        int owner = grid.Owners[r, c];
        int endRow = r + 1;
        while (endRow < grid.Rows && grid.Owners[endRow, c] == owner)
        {
            endRow++;
        }

        int endColumn = c + 1;
        while (endColumn < grid.Columns && grid.Owners[r, endColumn] == owner)
        {
            endColumn++;
        }

        int rowSpan = CountKept(rows, r, endRow);
        int columnSpan = CountKept(columns, c, endColumn);
        BoundingBox box = grid.BoxOf(r, c, endRow, endColumn);
        return new Cell(rows[r], columns[c], rowSpan, columnSpan, box, texts.TryGetValue(owner, out List<TextLine>? text) ? text : [])
        {
            Fill = FillUnder(page, box),
        };
    }

    private static int FillUnder(PageContent page, BoundingBox box)
    {
        for (int i = page.Fills.Count - 1; i >= 0; i--)
        {
            BoundingBox fill = page.Fills[i].Box;
            if (fill.X0 <= box.CenterX && box.CenterX <= fill.X1 && fill.Y0 <= box.CenterY && box.CenterY <= fill.Y1)
            {
                return page.Fills[i].Color;
            }
        }

        return ColorValue.White;
    }

    private static void AddVertical(GridDraft grid, PageContent page, Dictionary<int, List<TextLine>> texts)
    {
        foreach (Word word in page.VerticalWords)
        {
            int row = grid.RowAt(word.Box.CenterY);
            int column = grid.ColumnAt(word.Box.CenterX);
            if (row >= 0 && column >= 0)
            {
                Add(texts, grid.Owners[row, column], new TextLine([word], word.Box.Y1));
            }
        }
    }

    private static void Add(Dictionary<int, List<TextLine>> texts, int owner, TextLine line)
    {
        if (!texts.TryGetValue(owner, out List<TextLine>? cell))
        {
            texts[owner] = cell = [];
        }

        cell.Add(line);
    }

    private static int[] Kept(int count, Func<int, bool> hasText)
    {
        var map = new int[count];
        int next = 0;
        for (int i = 0; i < count; i++)
        {
            map[i] = hasText(i) ? next++ : -1;
        }

        return map;
    }

    private static bool RowHasText(GridDraft grid, int row, Dictionary<int, List<TextLine>> texts)
    {
        for (int c = 0; c < grid.Columns; c++)
        {
            int owner = grid.Owners[row, c];
            if (texts.ContainsKey(owner) && (row == 0 || grid.Owners[row - 1, c] != owner))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ColumnHasText(GridDraft grid, int column, Dictionary<int, List<TextLine>> texts)
    {
        for (int r = 0; r < grid.Rows; r++)
        {
            int owner = grid.Owners[r, column];
            if (texts.ContainsKey(owner) && (column == 0 || grid.Owners[r, column - 1] != owner))
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(int[] map) => CountKept(map, 0, map.Length);

    private static int CountKept(int[] map, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            count += map[i] >= 0 ? 1 : 0;
        }

        return count;
    }
}
