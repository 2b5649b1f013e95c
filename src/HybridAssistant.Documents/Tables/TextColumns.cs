namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Separates the columns of a page by recursive cuts (Ha, Haralick, Phillips: recursive X-Y cut, 1995), but leaves a
/// white strip alone where the lines on both of its sides belong together as rows of a table.
/// </summary>
internal static class TextColumns
{
    // White strips narrower than this are no page column gap, in points.
    private const double NarrowestGap = 9;

    private const int DeepestCut = 6;

    // Lines across the page above two columns: logo, title, subtitle, introduction.
    private const int MostPeeled = 9;

    // Fewer rows than this are no two columns of text.
    private const int FewestCut = 10;

    /// <summary>Splits rows of segments into text columns, each top to bottom.</summary>
    public static List<List<List<Segment>>> Split(List<List<Segment>> rows)
    {
        var columns = new List<(List<List<Segment>> Rows, bool Beside)>();
        Cut(rows, columns, 0, beside: false);
        return [.. columns.Select(static column => column.Rows)];
    }

    private static void Cut(List<List<Segment>> rows, List<(List<List<Segment>> Rows, bool Beside)> columns, int depth, bool beside)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (depth < DeepestCut && TryCutDown(rows, out List<List<Segment>> left, out List<List<Segment>> right))
        {
            Cut(left, columns, depth + 1, beside: true);
            Cut(right, columns, depth + 1, beside: true);
            return;
        }

        if (depth < DeepestCut && TryPeel(rows, out int top, out int bottom))
        {
            Cut(rows.GetRange(0, top), columns, DeepestCut, beside);
            Cut(rows.GetRange(top, bottom - top), columns, depth + 1, beside);
            Cut(rows.GetRange(bottom, rows.Count - bottom), columns, DeepestCut, beside);
            return;
        }

        if (depth < DeepestCut && TryCutAcross(rows, out int at))
        {
            Cut(rows.GetRange(0, at), columns, depth + 1, beside);
            int middle = columns.Count;
            Cut(rows.GetRange(at, rows.Count - at), columns, depth + 1, beside);

            // Parts that no strip divides stay one column, so that a table is not torn at a wide gap.
            if (middle > 0 && middle < columns.Count && columns[middle - 1].Beside == beside && columns[middle].Beside == beside
                && (!beside || Overlap(columns[middle - 1].Rows, columns[middle].Rows)))
            {
                columns[middle - 1].Rows.AddRange(columns[middle].Rows);
                columns.RemoveAt(middle);
            }

            return;
        }

        columns.Add((rows, beside));
    }

    /// <summary>Finds a part that can be cut down once lines across the page above and below it are set aside: title, footer.</summary>
    private static bool TryPeel(List<List<Segment>> rows, out int top, out int bottom)
    {
        bottom = rows.Count;
        for (top = 0; top <= MostPeeled && top < rows.Count - FewestCut; top++)
        {
            for (int below = 0; below <= 2 && rows.Count - below - top >= FewestCut; below++)
            {
                bottom = rows.Count - below;
                if ((top > 0 || below > 0) && TryCutDown(rows.GetRange(top, bottom - top), out List<List<Segment>> left, out List<List<Segment>> right)
                    && left.Count >= 5 && right.Count >= 5)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Overlap(List<List<Segment>> above, List<List<Segment>> below)
    {
        double left = above.Min(static row => row[0].X0);
        double right = above.Max(static row => row[^1].X1);
        return below.Exists(row => row[0].X0 < right && row[^1].X1 > left);
    }

    /// <summary>Cuts at the widest gap between lines, if it is wider than the usual one.</summary>
    private static bool TryCutAcross(List<List<Segment>> rows, out int at)
    {
        at = 0;
        if (rows.Count < 3)
        {
            return false;
        }

        double widest = 0;
        for (int i = 1; i < rows.Count; i++)
        {
            double size = Math.Max(rows[i][0].Line.FontSize, rows[i - 1][0].Line.FontSize);
            double gap = (rows[i][0].Line.Baseline - rows[i - 1][0].Line.Baseline) / size;
            if (gap > widest)
            {
                widest = gap;
                at = i;
            }
        }

        return widest > 1.35;
    }

    private static bool TryCutDown(List<List<Segment>> rows, out List<List<Segment>> left, out List<List<Segment>> right)
    {
        left = [];
        right = [];
        foreach (double x in Strips(rows))
        {
            left = Side(rows, x, leftSide: true);
            right = Side(rows, x, leftSide: false);
            if (left.Count > 0 && right.Count > 0 && ColumnJudge.AreApart(left, right))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Middles of the strips that no segment crosses, widest first.</summary>
    private static List<double> Strips(List<List<Segment>> rows)
    {
        var spans = new List<(double X0, double X1)>();
        foreach (List<Segment> row in rows)
        {
            foreach (Segment segment in row)
            {
                spans.Add((segment.X0, segment.X1));
            }
        }

        spans.Sort();
        var strips = new List<(double Width, double Middle)>();
        double reach = spans[0].X1;
        foreach ((double x0, double x1) in spans)
        {
            if (x0 - reach >= NarrowestGap)
            {
                strips.Add((x0 - reach, (x0 + reach) / 2));
            }

            reach = Math.Max(reach, x1);
        }

        strips.Sort(static (a, b) => b.Width.CompareTo(a.Width));
        return [.. strips.Select(static s => s.Middle)];
    }

    private static List<List<Segment>> Side(List<List<Segment>> rows, double x, bool leftSide)
    {
        var side = new List<List<Segment>>();
        foreach (List<Segment> row in rows)
        {
            List<Segment> part = row.FindAll(segment => segment.X0 < x == leftSide);
            if (part.Count > 0)
            {
                side.Add(part);
            }
        }

        return side;
    }
}
