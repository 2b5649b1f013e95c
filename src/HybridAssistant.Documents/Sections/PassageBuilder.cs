using System.Text;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Chunks running text into paragraphs under their headings.</summary>
internal static class PassageBuilder
{
    // The embedder reads 256 tokens; a passage of this many words stays below with its headings.
    private const int MostWords = 110;

    // A gap of more than this many font sizes between baselines, beyond the line's own, ends a paragraph.
    private const double ParagraphGap = 0.75;

    /// <summary>Builds the passages of one text column.</summary>
    public static IEnumerable<(string Text, BoundingBox Box)> Build(IReadOnlyList<TextLine> column, Func<TextLine, bool> isHeading)
    {
        var text = new StringBuilder();
        BoundingBox box = default;
        TextLine? last = null;
        int words = 0;
        foreach (TextLine line in column)
        {
            bool heading = isHeading(line);
            if (last is not null && (heading || words > MostWords || EndsParagraph(last, line, words)))
            {
                if (words > 2)
                {
                    yield return (text.ToString(), box);
                }

                text.Clear();
                last = null;
                words = 0;
            }

            if (heading)
            {
                continue;
            }

            box = last is null ? line.Box : box.Union(line.Box);
            Append(text, LineText.Of(line));
            words += line.Words.Count;
            last = line;
        }

        if (words > 2)
        {
            yield return (text.ToString(), box);
        }
    }

    /// <summary>The rows of a table that explains terms, each "term: explanation".</summary>
    public static IEnumerable<(string Text, BoundingBox Box)> OfRows(Table table)
    {
        for (int r = 0; r < table.RowCount; r++)
        {
            Cell[] cells = [.. Enumerable.Range(0, table.ColumnCount).Select(c => table.At(r, c)).OfType<Cell>().Where(cell => !cell.IsEmpty && cell.Row == r).Distinct()];
            if (cells.Length > 1)
            {
                BoundingBox box = cells.Select(static cell => cell.TextBox).Aggregate(static (a, b) => a.Union(b));
                yield return (string.Join(": ", cells.Select(static cell => cell.Text)), box);
            }
        }
    }

    private static bool EndsParagraph(TextLine above, TextLine line, int words)
    {
        bool list = Bullet.StartsLine(line.Words[0].Text);
        double gap = ((line.Baseline - above.Baseline) / line.FontSize) - 1;
        return (gap > ParagraphGap && !list) || (words > MostWords / 2 && list);
    }

    private static void Append(StringBuilder text, string line)
    {
        if (text.Length > 2 && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0]))
        {
            text.Length--;
        }
        else if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append(line);
    }
}
