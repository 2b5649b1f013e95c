using HybridAssistant.Core.Quantities;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Cleans labels: clause numbers, closing colons and footnote marks are no part of what they name.</summary>
internal static class LabelText
{
    /// <summary>The label's own words.</summary>
    public static string Clean(string label)
    {
        string text = Bullet.Strip(WithoutRaisedMark(label.Trim()));
        int start = ClauseNumberLength(text);
        text = text[start..].Trim().TrimEnd(':', '*', '†', '‡', '§', '.', ' ', ',');
        return text.Length > 0 ? text : label.Trim();
    }

    /// <summary>"Accuracy ¹⁾": raised numbers with a bracket are marks; "m²" and "10⁻³" have none.</summary>
    internal static string WithoutRaisedMark(string label)
    {
        if (!label.EndsWith('⁾'))
        {
            return label;
        }

        int end = label.Length - 1;
        while (end > 0 && label[end - 1] is '¹' or '²' or '³' or (>= '⁴' and <= '⁹') or '⁽')
        {
            end--;
        }

        return label[..end].TrimEnd();
    }

    /// <summary>Whether a text can name an attribute: numbers of an axis or a drawing cannot.</summary>
    public static bool IsLabel(string text) => text.Any(char.IsLetter) && text.Length <= 120;

    /// <summary>Length of a leading "2-1.", "3.1.2 " or "4)"; 0 where there is none. "5 x 20 mm" and "10 Hz" begin with none.</summary>
    internal static int ClauseNumberLength(string text)
    {
        int i = 0;
        int groups = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            int start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            groups++;
            if (i - start > 2)
            {
                return 0;
            }

            if (i < text.Length && text[i] is '.' or '-' or ')')
            {
                i++;
            }
            else
            {
                break;
            }
        }

        if (groups == 0 || i >= text.Length)
        {
            return 0;
        }

        bool closed = i > 0 && text[i - 1] is '.' or ')' or '-';
        int end = i;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        bool letterFollows = end < text.Length && char.IsLetter(text[end]);
        if (letterFollows && UnitTable.Default.Find(text[end..]) is not null)
        {
            // "7.5 bar" under "Working pressure".
            return 0;
        }

        return letterFollows && (closed || groups > 1) && text[i - 1] != '-' ? end : 0;
    }
}
