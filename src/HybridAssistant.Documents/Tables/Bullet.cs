namespace HybridAssistant.Documents.Tables;

/// <summary>Marks that begin the items of a list.</summary>
internal static class Bullet
{
    /// <summary>Whether a word begins with a mark that is never a part of a value.</summary>
    public static bool StartsLine(string word) =>
        word.Length > 0 && (word[0] is '•' or '●' or '○' or '◦' or '▪' or '■' or '□' or '◆' or '◇' or '►' or '▶' or '‣' or '·' or '✓' or '✔' or '➢' or '▲' or '♦'
            || word is "o" or "-" or "–" or "—" or "*" or "»" or "n" or "l");

    /// <summary>Removes the mark from the start of a text.</summary>
    public static string Strip(string text)
    {
        int space = text.IndexOf(' ');
        if (space < 0)
        {
            // A mark alone is a value: "●" in a table of features.
            return text;
        }

        string first = space < 0 ? text : text[..space];
        if (!StartsLine(first))
        {
            return text;
        }

        return first.Length == 1 ? text[1..].TrimStart() : text.TrimStart('•', '●', '○', '◦', '▪', '■', '□', '◆', '◇', '►', '▶', '‣', '·', '✓', '✔', '➢', '▲', '♦', ' ');
    }
}
