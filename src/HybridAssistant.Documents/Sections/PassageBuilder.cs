using System.Text;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Cuts running text into its sentences and list items under their headings: what an answer may quote whole.</summary>
internal static class PassageBuilder
{
    // The embedder reads 256 tokens; a passage of this many words stays below with its headings.
    private const int MostWords = 110;

    private const int FewestWords = 2;

    // A gap of more than this many font sizes between baselines, beyond the line's own, ends a paragraph.
    private const double ParagraphGap = 0.75;

    // Room for a blank, in font sizes, when asking whether a word would have fitted on the line above.
    private const double Blank = 0.3;

    /// <summary>Builds the passages of one text column.</summary>
    public static IEnumerable<(string Text, BoundingBox Box)> Build(IReadOnlyList<TextLine> column, Func<TextLine, bool> isHeading)
    {
        var paragraph = new List<TextLine>();
        int words = 0;
        foreach (TextLine line in column)
        {
            bool heading = isHeading(line);
            if (paragraph.Count > 0 && (heading || words > MostWords || EndsParagraph(paragraph[^1], line, words)))
            {
                foreach ((string Text, BoundingBox Box) passage in Sentences(paragraph))
                {
                    yield return passage;
                }

                paragraph.Clear();
                words = 0;
            }

            if (!heading)
            {
                paragraph.Add(line);
                words += line.Words.Count;
            }
        }

        foreach ((string Text, BoundingBox Box) passage in Sentences(paragraph))
        {
            yield return passage;
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

    private static IEnumerable<(string Text, BoundingBox Box)> Sentences(List<TextLine> paragraph)
    {
        if (paragraph.Sum(static line => line.Words.Count) <= FewestWords)
        {
            yield break;
        }

        double right = paragraph.Max(static line => line.Box.X1);
        var text = new StringBuilder();
        var ends = new int[paragraph.Count];
        for (int i = 0; i < paragraph.Count; i++)
        {
            Append(text, LineText.Of(paragraph[i]), i > 0 && BeginsItem(paragraph[i - 1], paragraph[i], right));
            ends[i] = text.Length;
        }

        string whole = text.ToString();
        foreach (Range range in SentenceSplitter.Split(whole))
        {
            string sentence = whole[range];
            if (sentence.Count(static c => c == ' ') >= FewestWords - 1)
            {
                yield return (sentence, BoxOf(paragraph, ends, range.Start.Value, range.End.Value));
            }
        }
    }

    // The lines that a stretch of the text stands on; each line ends where the next one starts.
    private static BoundingBox BoxOf(List<TextLine> paragraph, int[] ends, int start, int end)
    {
        int first = Array.FindIndex(ends, e => e > start);
        int last = Array.FindIndex(ends, e => e >= end);
        BoundingBox box = paragraph[first].Box;
        for (int i = first + 1; i <= last; i++)
        {
            box = box.Union(paragraph[i].Box);
        }

        return box;
    }

    // A line that was ended though its next word would have fitted on it ends an item; "at least 12 V," goes on.
    private static bool BeginsItem(TextLine above, TextLine line, double right)
    {
        string first = line.Words[0].Text;
        string last = above.Words[^1].Text;
        return (char.IsUpper(first[0]) || char.IsDigit(first[0]) || Bullet.StartsLine(first))
            && last[^1] is not (',' or '-' or '–' or '/' or ':' or '(' or '&')
            && last is not ("and" or "or" or "of" or "to" or "the" or "with" or "for" or "at" or "in" or "by")
            && above.Box.X1 + line.Words[0].Box.Width + (Blank * line.FontSize) < right;
    }

    private static void Append(StringBuilder text, string line, bool beginsItem)
    {
        if (text.Length > 2 && !beginsItem && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0]))
        {
            text.Length--;
        }
        else if (text.Length > 0)
        {
            text.Append(beginsItem ? '\n' : ' ');
        }

        text.Append(line);
    }
}
