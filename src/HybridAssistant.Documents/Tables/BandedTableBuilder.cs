using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Builds a table whose rows are drawn (lines or stripes) and whose columns are aligned.</summary>
internal static class BandedTableBuilder
{
    // The first row often stands above the first line, within this many font sizes of it.
    private const double AboveFirstLine = 2.2;

    private const double MostLinesPerBand = 3.5;

    // A table of numbers needs no line below each row: most of its lines hold at least so many columns.
    private const int FullRow = 4;
    private const double MostlyFull = 0.8;

    /// <summary>Builds the table; null where fewer than two rows have columns.</summary>
    public static Table? Build(PageContent page, RuleGroup group, IReadOnlyList<TextLine> lines)
    {
        List<double> separators = Separators(group);
        if (separators.Count < 2)
        {
            return null;
        }

        List<List<Segment>> rows = RowsInside(lines, group.Box, separators);
        if (rows.Count(static row => row.Count >= 2) < 2)
        {
            return null;
        }

        // Lines far apart set off sections, not rows.
        if (rows.Count > MostLinesPerBand * (separators.Count - 1) && rows.Count(static row => row.Count >= FullRow) < MostlyFull * rows.Count)
        {
            return null;
        }

        GutterSet gutters = CommonGutters(rows);
        if (gutters.Count == 0)
        {
            return null;
        }

        AddRowBelow(lines, group.Box, rows, separators, gutters);
        SeparateFullRows(rows, separators, gutters.Middles[0], new Stripes(page));
        GridDraft grid = BandedGrid.Build(rows, separators, gutters.Middles);
        TextLine[] inside = [.. rows.Select(static row => new Segment(row[0].Line, row[0].Start, row[^1].End).ToLine())];
        ColumnMerger.MergeComplementary(grid, GridText.OwnersWithText(grid, inside));
        HeaderCellSplitter.Split(grid, inside);
        RowSplitter.Split(grid, inside);
        return GridText.ToTable(grid, page, inside, ruled: false);
    }

    private static List<double> Separators(RuleGroup group)
    {
        var separators = new List<double>();
        foreach (Rule rule in group.Rules.Where(static r => r.Horizontal).OrderBy(static r => r.Position))
        {
            if (separators.Count == 0 || rule.Position - separators[^1] > 4)
            {
                separators.Add(rule.Position);
            }
        }

        return separators;
    }

    private static List<List<Segment>> RowsInside(IReadOnlyList<TextLine> lines, BoundingBox box, List<double> separators)
    {
        double top = separators[0];
        var rows = new List<List<Segment>>();
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            TextLine line = lines[i];
            double size = line.FontSize;
            bool inside = line.Box.CenterY > separators[0] && line.Box.CenterY < separators[^1];
            bool above = line.Box.CenterY < separators[0] && top - line.Baseline < AboveFirstLine * size;
            if (!inside && !above)
            {
                continue;
            }

            List<Segment> row = LineSplitter.Split(line).FindAll(segment => segment.X0 >= box.X0 - 6 && segment.X1 <= box.X1 + 6);
            if (row.Count == 0 || (above && row.Count < 2 && rows.Count > 0 && rows[0].Count >= 2 && top < separators[0]))
            {
                continue;
            }

            if (above)
            {
                if (row.Count < 2)
                {
                    continue;
                }

                if (top < separators[0])
                {
                    separators.Insert(0, top);
                }

                top = line.Box.Y0 - 1;
            }

            rows.Insert(0, row);
        }

        if (top < separators[0])
        {
            separators.Insert(0, top);
        }

        return rows;
    }

    /// <summary>The last row often has no line below it.</summary>
    private static void AddRowBelow(IReadOnlyList<TextLine> lines, BoundingBox box, List<List<Segment>> rows, List<double> separators, GutterSet gutters)
    {
        double pitch = (separators[^1] - separators[0]) / (separators.Count - 1);
        foreach (TextLine line in lines)
        {
            if (line.Box.CenterY <= separators[^1])
            {
                continue;
            }

            List<Segment> row = LineSplitter.Split(line).FindAll(segment => segment.X0 >= box.X0 - 6 && segment.X1 <= box.X1 + 6);
            if (row.Count == 0)
            {
                continue;
            }

            if (line.Baseline - separators[^1] < pitch && row.Count >= 2 && row.Count * 2 > gutters.Count && gutters.LeavesAllFree(row)
                && Math.Abs(line.FontSize - rows[^1][0].Line.FontSize) < 0.5)
            {
                rows.Add(row);
                separators.Add(line.Box.Y1 + 1);
            }

            return;
        }
    }

    /// <summary>Rows that no line parts: each begins with a label and fills several columns.</summary>
    private static void SeparateFullRows(List<List<Segment>> rows, List<double> separators, double labelEnd, Stripes stripes)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            TextLine above = rows[i - 1][0].Line;
            TextLine below = rows[i][0].Line;
            bool full = rows[i].Count >= 3 && rows[i - 1].Count >= 3 && rows[i][0].X0 < labelEnd && rows[i - 1][0].X0 < labelEnd;
            bool parted = separators.Exists(y => y > above.Box.CenterY && y < below.Box.CenterY);
            if ((full || stripes.AreSame(rows[i - 1][0], rows[i][0]) == false) && !parted)
            {
                separators.Add(((above.Baseline + below.Baseline) / 2) - (0.25 * below.FontSize));
            }
        }

        separators.Sort();
    }

    private static GutterSet CommonGutters(List<List<Segment>> rows)
    {
        GutterSet gutters = GutterSet.Of(rows.MaxBy(static row => row.Count)!);
        foreach (List<Segment> row in rows)
        {
            if (row.Count >= 2 || gutters.LeavesAllFree(row))
            {
                gutters.Add(row);
            }
        }

        gutters.Refine(rows, Math.Max(2, rows.Count / 3));
        return gutters;
    }
}
