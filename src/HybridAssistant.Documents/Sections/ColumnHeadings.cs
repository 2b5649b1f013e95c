using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Sections;

/// <summary>
/// The headings of one text column. Three or more lines in a row that look like headings are a list: only the first of
/// them can head the others.
/// </summary>
internal static class ColumnHeadings
{
    private const int ShortestList = 4;
    private const double WidestPitch = 2;

    // Sizes of recognised lines vary by this factor.
    private const double SameSize = 1.3;

    /// <summary>Adds the column's headings to a set that compares by reference.</summary>
    public static void Collect(IReadOnlyList<TextLine> column, HeadingFinder finder, HashSet<TextLine> headings)
    {
        int i = 0;
        while (i < column.Count)
        {
            if (!finder.IsHeading(column[i]))
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < column.Count && finder.IsHeading(column[end]) && GoesOn(column[end - 1], column[end]))
            {
                end++;
            }

            bool isHeaded = i > 0 && headings.Contains(column[i - 1]) && IsClose(column[i - 1], column[i]);
            int kept = end - i < ShortestList ? end : isHeaded ? i : i + 1;
            for (int h = i; h < kept; h++)
            {
                headings.Add(column[h]);
            }

            i = end;
        }
    }

    private static bool GoesOn(TextLine above, TextLine line) =>
        Math.Max(above.FontSize, line.FontSize) < SameSize * Math.Min(above.FontSize, line.FontSize) && IsClose(above, line);

    private static bool IsClose(TextLine above, TextLine line) => line.Baseline - above.Baseline < WidestPitch * line.FontSize;
}
