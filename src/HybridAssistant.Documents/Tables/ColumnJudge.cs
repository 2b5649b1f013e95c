namespace HybridAssistant.Documents.Tables;

/// <summary>Decides whether two neighbouring blocks are columns of a page or columns of a table.</summary>
internal static class ColumnJudge
{
    // Below this share of common baselines the blocks were set independently of one another.
    private const double Independent = 0.5;

    // Lines of running text hold more words than labels do.
    private const double ProseWords = 5.5;

    /// <summary>Whether the blocks are read one after the other.</summary>
    public static bool AreApart(List<List<Segment>> left, List<List<Segment>> right)
    {
        int fewer = Math.Min(left.Count, right.Count);
        if (fewer < 2)
        {
            return false;
        }

        int shared = SharedBaselines(left, right);
        if (shared < Independent * fewer)
        {
            return true;
        }

        if (IsProse(left) && IsProse(right))
        {
            return true;
        }

        return (AreLists(left) && AreLists(right)) || (IsTable(left) && IsTable(right) && LookAlike(left, right));
    }

    private static int SharedBaselines(List<List<Segment>> left, List<List<Segment>> right)
    {
        int shared = 0;
        int r = 0;
        foreach (List<Segment> row in left)
        {
            double baseline = row[0].Line.Baseline;
            while (r < right.Count && right[r][0].Line.Baseline < baseline - 0.5)
            {
                r++;
            }

            if (r < right.Count && right[r][0].Line.Baseline <= baseline + 0.5)
            {
                shared++;
            }
        }

        return shared;
    }

    private static bool IsProse(List<List<Segment>> rows) => WordsPerLine(rows) >= ProseWords && !IsTable(rows);

    private static double WordsPerLine(List<List<Segment>> rows)
    {
        double words = 0;
        foreach (List<Segment> row in rows)
        {
            foreach (Segment segment in row)
            {
                words += segment.Count;
            }
        }

        return words / rows.Count;
    }

    private static bool AreLists(List<List<Segment>> rows)
    {
        int bullets = 0;
        foreach (List<Segment> row in rows)
        {
            bullets += Bullet.StartsLine(row[0].First.Text) || IsLabelled(row[0].Text) ? 1 : 0;
        }

        return bullets * 2 >= rows.Count || (bullets * 3 >= rows.Count && rows.Exists(static row => Bullet.StartsLine(row[0].First.Text)));
    }

    private static bool IsTable(List<List<Segment>> rows) => rows.Count(static row => row.Count >= 2) * 2 > rows.Count;

    /// <summary>"Axial load: 15 N" in one phrase needs no second column.</summary>
    private static bool IsLabelled(string text)
    {
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 1 && char.IsLetter(text[0]) && colon < text.Length - 2;
    }

    /// <summary>Whether both blocks begin alike: with the same heading, or with labels that a colon or bold type marks.</summary>
    private static bool LookAlike(List<List<Segment>> left, List<List<Segment>> right) =>
        (left[0][0].Text == right[0][0].Text && HeaderWords.RoleOf(left[0][0].Text) != ColumnRole.None)
        || (HasMarkedLabels(left) && HasMarkedLabels(right));

    private static bool HasMarkedLabels(List<List<Segment>> rows)
    {
        int marked = 0;
        foreach (List<Segment> row in rows)
        {
            bool bold = row[0].First.Bold && row.Count >= 2 && !row[^1].First.Bold;
            marked += row[0].Text.EndsWith(':') || bold ? 1 : 0;
        }

        return marked * 10 >= rows.Count * 7;
    }
}
