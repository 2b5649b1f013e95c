using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Sections;

/// <summary>
/// The headings of one text column. Three or more lines in a row that look like headings are a list: only the first of
/// them can head the others.
/// </summary>
internal static class ColumnHeadings
{
    private const int ShortestList = 4;
    private const double WidestPitch = 1.9;

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

            int kept = end - i >= ShortestList ? i + 1 : end;
            for (int h = i; h < kept; h++)
            {
                headings.Add(column[h]);
            }

            i = end;
        }
    }

    private static bool GoesOn(TextLine above, TextLine line) =>
        Math.Abs(above.FontSize - line.FontSize) < 0.6 && line.Baseline - above.Baseline < WidestPitch * line.FontSize;
}
