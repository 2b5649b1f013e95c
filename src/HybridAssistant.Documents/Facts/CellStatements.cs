using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads what a cell states: wrapped lines are joined first, lines that stand for themselves are read one by one.</summary>
internal static class CellStatements
{
    // Phrases set apart by more than this many font sizes are separate statements.
    private const double WideGap = 1.1;

    /// <summary>The statements of a cell with the lines each was read from.</summary>
    public static List<(Statement Statement, IReadOnlyList<TextLine> Lines)> Read(Cell cell)
    {
        var statements = new List<(Statement, IReadOnlyList<TextLine>)>();
        foreach (List<TextLine> lines in Paragraphs(cell))
        {
            foreach (string text in Phrases(lines))
            {
                foreach (Statement statement in StatementReader.Read(Bullet.Strip(text)))
                {
                    statements.Add((statement, lines));
                }
            }
        }

        return statements;
    }

    private static IEnumerable<string> Phrases(List<TextLine> lines)
    {
        if (lines.Count > 1)
        {
            return [LineText.Join(lines)];
        }

        TextLine line = lines[0];
        var phrases = new List<string>();
        int start = 0;
        for (int i = 1; i < line.Words.Count; i++)
        {
            double gap = (line.Words[i].Box.X0 - line.Words[i - 1].Box.X1) / line.FontSize;
            if (gap > WideGap && ValueShape.StartsAsQuantity(LineText.Of(line.Words, start, i)) && !Qualifies(LineText.Of(line.Words, i, line.Words.Count)))
            {
                phrases.Add(LineText.Of(line.Words, start, i));
                start = i;
            }
        }

        phrases.Add(LineText.Of(line.Words, start, line.Words.Count));
        return phrases;
    }

    /// <summary>"(switch on 230 VAC)" and the standard of a method ("MIL-HDBK-217F") say under what the value before holds.</summary>
    private static bool Qualifies(string phrase) => phrase[0] == '(' || Standards.Opens(phrase);

    private static List<List<TextLine>> Paragraphs(Cell cell)
    {
        var paragraphs = new List<List<TextLine>>();
        foreach (TextLine line in cell.Lines)
        {
            if (paragraphs.Count > 0 && Continues(paragraphs[^1][^1], line, cell))
            {
                paragraphs[^1].Add(line);
            }
            else
            {
                paragraphs.Add([line]);
            }
        }

        return paragraphs;
    }

    /// <summary>A line goes on with the one above it if that one had no room for its first word, or if it opens like nothing new.</summary>
    private static bool Continues(TextLine above, TextLine line, Cell cell)
    {
        string text = LineText.Of(line);
        if (Bullet.StartsLine(line.Words[0].Text) || ValueShape.IsCode(text) || LabelSplitter.Split(text)[0].Label.Length > 0)
        {
            return false;
        }

        string aboveText = LineText.Of(above);
        if (aboveText.EndsWith(',') || aboveText.EndsWith('/') || aboveText.EndsWith('(') || char.IsLower(text[0]) || text[0] == '(')
        {
            return true;
        }

        double padding = Math.Max(1, Math.Min(cell.TextBox.X0 - cell.Box.X0, 6));
        double room = cell.Box.Width - (2 * padding);
        bool full = above.Box.Width + line.Words[0].Box.Width + (0.3 * line.FontSize) > room;
        return full && !ValueShape.StartsAsQuantity(text) && !(char.IsUpper(text[0]) && aboveText.EndsWith('.'));
    }
}
