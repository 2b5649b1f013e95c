using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Cuts lines at the edges of a box; a word belongs where its centre lies.</summary>
internal static class LineClip
{
    /// <summary>The lines without the words that a table holds.</summary>
    public static IReadOnlyList<TextLine> Without(IReadOnlyList<TextLine> lines, Table table)
    {
        var held = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        foreach (Cell cell in table.Cells)
        {
            foreach (TextLine line in cell.Lines)
            {
                held.UnionWith(line.Words);
            }
        }

        var rest = new List<TextLine>(lines.Count);
        foreach (TextLine line in lines)
        {
            List<Word> words = [];
            foreach (Word word in line.Words)
            {
                if (!held.Contains(word))
                {
                    words.Add(word);
                }
            }

            if (words.Count > 0)
            {
                rest.Add(words.Count == line.Words.Count ? line : new TextLine(words, line.Baseline));
            }
        }

        return rest;
    }

    /// <summary>The parts of the lines inside the box.</summary>
    public static IReadOnlyList<TextLine> Inside(IReadOnlyList<TextLine> lines, BoundingBox box)
    {
        var clipped = new List<TextLine>(lines.Count);
        foreach (TextLine line in lines)
        {
            if (line.Box.CenterY < box.Y0 || line.Box.CenterY > box.Y1 || line.Box.X0 >= box.X1 || line.Box.X1 <= box.X0)
            {
                continue;
            }

            List<Word> words = [];
            foreach (Word word in line.Words)
            {
                if (word.Box.CenterX >= box.X0 && word.Box.CenterX <= box.X1)
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
