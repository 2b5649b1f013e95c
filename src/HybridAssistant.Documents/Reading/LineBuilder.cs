using System.Text;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>Groups glyphs by baseline and splits each group into words at spaces and gaps.</summary>
internal static class LineBuilder
{
    // Baselines of one line wander by less than this share of the font size; scripts are raised or lowered by more.
    private const double BaselineTolerance = 0.16;

    // Cells centred beside a taller one stand a little lower; in one size of type they are no scripts.
    private const double SameTypeTolerance = 0.195;
    private const double SameType = 0.02;

    // Labels of charts are set smaller than this, in points, and stand freely.
    private const double SmallestCellType = 8;

    // Word spaces of justified and condensed text start here; kerning ends below.
    private const double WordGap = 0.18;

    // A space glyph that leaves less room than this is padding under the next word.
    private const double SpaceGap = 0.06;

    // Three dots are a range or an ellipsis.
    private const int ShortestLeader = 5;

    private const double Ascent = 0.76;
    private const double Descent = 0.22;

    /// <summary>Builds lines, top to bottom, of words, left to right.</summary>
    public static List<TextLine> Build(List<Glyph> glyphs)
    {
        glyphs.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));

        var lines = new List<TextLine>();
        int start = 0;
        while (start < glyphs.Count)
        {
            int end = start + 1;
            double size = glyphs[start].FontSize;
            double limit = glyphs[start].Baseline + (BaselineTolerance * size);
            double sameTypeLimit = glyphs[start].Baseline + ((size < SmallestCellType ? BaselineTolerance : SameTypeTolerance) * size);
            while (end < glyphs.Count && (glyphs[end].Baseline <= limit || (glyphs[end].Baseline <= sameTypeLimit && Math.Abs(glyphs[end].FontSize - size) < SameType * size)))
            {
                end++;
            }

            glyphs.Sort(start, end - start, ByPosition);
            List<Word> words = SplitWords(glyphs, start, end);
            if (words.Count > 0)
            {
                lines.Add(new TextLine(words, words[0].Baseline));
            }

            start = end;
        }

        return lines;
    }

    private static readonly IComparer<Glyph> ByPosition = Comparer<Glyph>.Create(static (a, b) => a.X0.CompareTo(b.X0));

    private static List<Word> SplitWords(List<Glyph> glyphs, int start, int end)
    {
        var words = new List<Word>();
        var text = new StringBuilder();
        Glyph first = default;
        Glyph previous = default;
        bool spaced = false;
        bool bold = false;

        for (int i = start; i < end; i++)
        {
            Glyph glyph = glyphs[i];
            if (glyph.IsBlank)
            {
                spaced = true;
                continue;
            }

            int leader = LeaderLength(glyphs, i, end);
            if (leader > 0)
            {
                if (text.Length > 0)
                {
                    words.Add(ToWord(text.ToString(), first, previous, bold));
                    text.Clear();
                }

                i += leader - 1;
                continue;
            }

            if (text.Length > 0)
            {
                double size = Math.Min(previous.FontSize, glyph.FontSize);
                if (IsOverprint(previous, glyph, size))
                {
                    bold = true;
                    continue;
                }

                double gap = glyph.X0 - previous.X1;
                bool sizeJump = glyph.FontSize > previous.FontSize * 1.4 || previous.FontSize > glyph.FontSize * 1.4;
                if (gap > WordGap * size || (spaced && gap > SpaceGap * size) || (sizeJump && gap > 0) || gap < -2 * size)
                {
                    words.Add(ToWord(text.ToString(), first, previous, bold));
                    text.Clear();
                }
            }

            if (text.Length == 0)
            {
                first = glyph;
                bold = glyph.Bold;
            }

            text.Append(glyph.Text);
            previous = glyph;
            spaced = false;
        }

        if (text.Length > 0)
        {
            words.Add(ToWord(text.ToString(), first, previous, bold));
        }

        return words;
    }

    /// <summary>Length of a run of dots that leads from a label to its value; 0 where there is none.</summary>
    private static int LeaderLength(List<Glyph> glyphs, int start, int end)
    {
        int dots = 0;
        int i = start;
        while (i < end && (glyphs[i].IsBlank || glyphs[i].Text is "." or "…" or "_" or "·"))
        {
            dots += glyphs[i].IsBlank ? 0 : glyphs[i].Text == "…" ? 3 : 1;
            i++;
        }

        return dots >= ShortestLeader ? i - start : 0;
    }

    private static bool IsOverprint(Glyph previous, Glyph glyph, double size) =>
        glyph.X0 - previous.X0 < 0.12 * size && glyph.Text == previous.Text;

    private static Word ToWord(string text, Glyph first, Glyph last, bool bold)
    {
        double size = Math.Max(first.FontSize, last.FontSize);
        return new Word
        {
            Text = text,
            Box = new BoundingBox(first.X0, first.Baseline - (Ascent * size), Math.Max(last.X1, first.X1), first.Baseline + (Descent * size)),
            Baseline = first.Baseline,
            FontSize = size,
            Bold = bold,
            Color = first.Color,
        };
    }
}
