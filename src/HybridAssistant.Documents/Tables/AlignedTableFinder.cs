
namespace HybridAssistant.Documents.Tables;

/// <summary>Finds tables without vertical lines in a column of text: runs of lines whose segments leave the same strips white.</summary>
internal static class AlignedTableFinder
{
    // Single lines (continued cells, group labels) that may stand between two rows of a table.
    private const int MostSingles = 3;

    // A gap of more than this many font sizes between lines ends a table.
    private const double WidestGap = 4.5;

    private const double LargerType = 1.17;

    /// <summary>Finds runs of rows.</summary>
    /// <param name="rows">Lines of one text column, split into segments, top to bottom.</param>
    /// <returns>For each table, the index of its first row, the index behind its last, and its columns.</returns>
    public static List<(int Start, int End, GutterSet Gutters)> Find(IReadOnlyList<IReadOnlyList<Segment>> rows)
    {
        var found = new List<(int, int, GutterSet)>();
        int i = 0;
        while (i < rows.Count)
        {
            if (rows[i].Count < 2 || AreItems(rows[i]))
            {
                i++;
                continue;
            }

            (int end, GutterSet gutters, int tabular) = Grow(rows, i);
            if (tabular >= 2 || (tabular == 1 && IsLabelledRow(rows[i])))
            {
                found.Add((HasGroupLabelAbove(rows, i) ? i - 1 : i, end, gutters));
            }

            i = Math.Max(end, i + 1);
        }

        return found;
    }

    /// <summary>A label alone, right above the first row and less set in, names the group of the rows below it.</summary>
    private static bool HasGroupLabelAbove(IReadOnlyList<IReadOnlyList<Segment>> rows, int first)
    {
        if (first == 0 || rows[first - 1].Count != 1)
        {
            return false;
        }

        Segment above = rows[first - 1][0];
        Segment label = rows[first][0];
        double inset = label.X0 - above.X0;
        return inset is > 2 and < 24 && Gap(rows[first - 1], rows[first]) < 1 && Math.Abs(above.First.FontSize - label.First.FontSize) < 0.3 && above.Count <= 6;
    }

    private static (int End, GutterSet Gutters, int Tabular) Grow(IReadOnlyList<IReadOnlyList<Segment>> rows, int start)
    {
        GutterSet gutters = GutterSet.Of(rows[start]);
        int end = start + 1;
        int tabular = 1;
        for (int j = start + 1; j < rows.Count && j - end <= MostSingles; j++)
        {
            if (Gap(rows[j - 1], rows[j]) > WidestGap || IsOtherType(rows[start], rows[j]) || AreItems(rows[j]) || OpensAnother(rows, start, j))
            {
                break;
            }

            if (rows[j].Count >= 2)
            {
                if (!gutters.Admits(rows[j]))
                {
                    break;
                }

                for (int k = end; k <= j; k++)
                {
                    gutters.Add(rows[k]);
                }

                end = j + 1;
                tabular++;
            }
            else if (IsProse(rows[j]) && !gutters.LeavesAllFree(rows[j]))
            {
                break;
            }
        }

        // Lines that continue the last row's cells: not in the label column, and close.
        while (end < rows.Count && rows[end].Count == 1 && gutters.Count > 0
            && rows[end][0].X0 > gutters.Middles[0] && Gap(rows[end - 1], rows[end]) < 1.2)
        {
            end++;
        }

        return (end, gutters, tabular);
    }

    /// <summary>Items of two lists side by side are no row.</summary>
    private static bool AreItems(IReadOnlyList<Segment> row) =>
        row.Count >= 2 && Bullet.StartsLine(row[0].First.Text) && Bullet.StartsLine(row[^1].First.Text);

    /// <summary>A bold line left of the labels, or a bold row of headings below plain rows, begins another table.</summary>
    private static bool OpensAnother(IReadOnlyList<IReadOnlyList<Segment>> rows, int start, int row)
    {
        IReadOnlyList<Segment> line = rows[row];
        if (!line[0].First.Bold)
        {
            return false;
        }

        if (line.Count == 1)
        {
            bool headsNext = row + 1 < rows.Count && IsHeadingRow(rows[row + 1]) && !rows[row - 1][^1].First.Bold;
            return headsNext || line[0].X0 < rows[start][0].X0 - 4;
        }

        bool plainAbove = !rows[row - 1][^1].First.Bold && rows[row - 1].Count >= 2;
        return IsHeadingRow(line) && plainAbove && row - start > 1;
    }

    private static bool IsHeadingRow(IReadOnlyList<Segment> row) =>
        row.Count >= 3 && row.All(static segment => segment.First.Bold);

    /// <summary>Larger type is a heading of what follows.</summary>
    private static bool IsOtherType(IReadOnlyList<Segment> first, IReadOnlyList<Segment> row) =>
        row[0].First.FontSize > LargerType * first[0].First.FontSize;

    private static double Gap(IReadOnlyList<Segment> above, IReadOnlyList<Segment> below) =>
        (below[0].Line.Baseline - above[0].Line.Baseline - below[0].Line.FontSize) / below[0].Line.FontSize;

    private static bool IsProse(IReadOnlyList<Segment> row) => row.Count == 1 && row[0].Count >= 9;

    /// <summary>A single row is a table only if it is plainly a label with a value.</summary>
    private static bool IsLabelledRow(IReadOnlyList<Segment> row) =>
        row.Count == 2 && char.IsLetter(row[0].Text[0]) && (row[0].Text.EndsWith(':') || ValueShape.StartsAsQuantity(row[1].Text));
}
