using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>
/// The headings of one text column. Three or more lines in a row that look like headings are a list: only the first of
/// them can head the others. A line that goes on with a list item above it heads nothing.
/// </summary>
internal static class ColumnHeadings
{
    private const int ShortestList = 4;
    private const double WidestPitch = 2;

    // Sizes of recognised lines vary by this factor.
    private const double SameSize = 1.3;

    // Lines of one list stand at the same distance and the same left edge, in points.
    private const double SamePitch = 1.2;
    private const double SameEdge = 2.5;
    private const double ItemPitch = 1.7;

    /// <summary>Adds the column's headings to a set that compares by reference.</summary>
    public static void Collect(IReadOnlyList<TextLine> column, HeadingFinder finder, HashSet<TextLine> headings)
    {
        int i = 0;
        int listEnd = -1;
        TextLine? item = null;
        while (i < column.Count)
        {
            item = Bullet.StartsLine(column[i].Words[0].Text) ? column[i] : item is not null && GoesOnWithItem(item, column[i - 1], column[i]) ? item : null;
            if (!finder.IsHeading(column[i]) || item is not null)
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < column.Count && finder.IsHeading(column[end]) && GoesOn(column[end - 1], column[end]))
            {
                end++;
            }

            if (i == listEnd && IsNextOfList(column, i))
            {
                listEnd = i = end;
                continue;
            }

            bool isHeaded = i > 0 && headings.Contains(column[i - 1]) && IsClose(column[i - 1], column[i]);
            int kept = end - i < ShortestList ? end : isHeaded ? i : i + 1;
            for (int h = i; h < kept; h++)
            {
                headings.Add(column[h]);
            }

            listEnd = end - i < ShortestList ? -1 : end;
            i = end;
        }
    }

    /// <summary>The second line of an item begins below its first word, not below its mark.</summary>
    private static bool GoesOnWithItem(TextLine item, TextLine above, TextLine line) =>
        item.Words.Count > 1 && Math.Abs(line.Box.X0 - item.Words[1].Box.X0) < SameEdge && item.Words[1].Bold == line.Words[0].Bold
        && line.Baseline - above.Baseline < ItemPitch * line.FontSize;

    /// <summary>Recognised letters vary in size, which parts a list; its lines keep their distance and edge.</summary>
    private static bool IsNextOfList(IReadOnlyList<TextLine> column, int line) =>
        column[line].Baseline - column[line - 1].Baseline < SamePitch * (column[line - 1].Baseline - column[line - 2].Baseline)
        && Math.Abs(column[line].Box.X0 - column[line - 1].Box.X0) < SameEdge;

    private static bool GoesOn(TextLine above, TextLine line) =>
        Math.Max(above.FontSize, line.FontSize) < SameSize * Math.Min(above.FontSize, line.FontSize) && IsClose(above, line);

    private static bool IsClose(TextLine above, TextLine line) => line.Baseline - above.Baseline < WidestPitch * line.FontSize;
}
