using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Cuts lines at the edges of a box; a word belongs where its centre lies.</summary>
internal static class LineClip
{
    /// <summary>The parts of the lines inside the box.</summary>
    public static IReadOnlyList<TextLine> Inside(IReadOnlyList<TextLine> lines, BoundingBox box) => Clip(lines, box, inside: true);

    /// <summary>The parts of the lines outside the box.</summary>
    public static IReadOnlyList<TextLine> Outside(IReadOnlyList<TextLine> lines, BoundingBox box) => Clip(lines, box, inside: false);

    private static List<TextLine> Clip(IReadOnlyList<TextLine> lines, BoundingBox box, bool inside)
    {
        var clipped = new List<TextLine>(lines.Count);
        foreach (TextLine line in lines)
        {
            bool touches = line.Box.CenterY >= box.Y0 && line.Box.CenterY <= box.Y1 && line.Box.X0 < box.X1 && line.Box.X1 > box.X0;
            if (!touches)
            {
                if (!inside)
                {
                    clipped.Add(line);
                }

                continue;
            }

            List<Word> words = [];
            foreach (Word word in line.Words)
            {
                if ((word.Box.CenterX >= box.X0 && word.Box.CenterX <= box.X1) == inside)
                {
                    words.Add(word);
                }
            }

            if (words.Count == line.Words.Count)
            {
                clipped.Add(line);
            }
            else if (words.Count > 0)
            {
                clipped.Add(new TextLine(words, line.Baseline));
            }
        }

        return clipped;
    }
}
