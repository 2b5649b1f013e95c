using HybridAssistant.Core.Quantities;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Splits lines at gaps that are wider than a word space can be.</summary>
internal static class LineSplitter
{
    /// <summary>Gap, in font sizes, above which words no longer belong to one phrase; justified prose stays below.</summary>
    public const double ColumnGap = 0.95;

    /// <summary>Splits one line.</summary>
    public static List<Segment> Split(TextLine line)
    {
        var segments = new List<Segment>(2);
        int start = 0;
        for (int i = 1; i < line.Words.Count; i++)
        {
            Word left = line.Words[i - 1];
            Word right = line.Words[i];
            double size = Math.Min(left.FontSize, right.FontSize);
            if (right.Box.X0 - left.Box.X1 > ColumnGap * size && !IsItemMark(line, start, i, right, size))
            {
                segments.Add(new Segment(line, start, i));
                start = i;
            }
        }

        segments.Add(new Segment(line, start, line.Words.Count));
        return segments;
    }

    /// <summary>The mark of a list item stays with the item's text.</summary>
    private static bool IsItemMark(TextLine line, int start, int next, Word right, double size) =>
        next == start + 1
        && right.Box.X0 - line.Words[start].Box.X1 < 6 * size
        && ((line.Words[start].Text.Length == 1 && Bullet.StartsLine(line.Words[start].Text) && (IsBulletOnly(line.Words[start].Text[0]) || !CompletesCell(right.Text)))
            || (start == 0 && ClauseNumber.Opens(line)));

    /// <summary>Round dots, ticks and dashes are printed as values, too; these are not.</summary>
    private static bool IsBulletOnly(char mark) => mark is '•' or '▪' or '■' or '◆' or '►' or '▶' or '➢';

    /// <summary>A dash before a number or a unit stands for a value that there is none of.</summary>
    private static bool CompletesCell(string text) => ValueShape.StartsAsQuantity(text) || UnitTable.Default.Find(text) is not null;
}
