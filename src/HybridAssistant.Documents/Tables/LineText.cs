using System.Text;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Reads words and lines as running text.</summary>
internal static class LineText
{
    /// <summary>The words of a line from one index to another, joined by blanks; footnote marks are left out.</summary>
    public static string Of(IReadOnlyList<Word> words, int start, int end)
    {
        if (end - start == 1)
        {
            return words[start].Text;
        }

        var text = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            if (i > start)
            {
                text.Append(' ');
            }

            text.Append(words[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The words of a line, joined by blanks.</summary>
    public static string Of(TextLine line) => Of(line.Words, 0, line.Words.Count);

    /// <summary>Lines as one text; a word divided by a hyphen at a line's end is joined again.</summary>
    public static string Join(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 1)
        {
            return Of(lines[0]);
        }

        var text = new StringBuilder();
        foreach (TextLine line in lines)
        {
            string next = Of(line);
            if (text.Length > 0 && !Continues(text, next))
            {
                text.Append(' ');
            }

            text.Append(next);
        }

        return text.ToString();
    }

    /// <summary>Removes the hyphen of a divided word; keeps that of a compound ("multi-" + "model" is told by its letters only).</summary>
    private static bool Continues(StringBuilder text, string next)
    {
        if (text.Length < 3 || text[^1] != '-' || !char.IsLower(text[^2]) || !char.IsLower(text[^3]) || !char.IsLower(next[0]))
        {
            return false;
        }

        text.Length--;
        return true;
    }
}
