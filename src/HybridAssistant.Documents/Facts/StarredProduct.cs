namespace HybridAssistant.Documents.Facts;

/// <summary>"215*115*30mm": star signs that multiply.</summary>
internal static class StarredProduct
{
    /// <summary>The text with crosses for stars between digits; of the same length.</summary>
    public static string ToCrosses(string text)
    {
        if (!text.Contains('*'))
        {
            return text;
        }

        char[] chars = text.ToCharArray();
        for (int i = 1; i < chars.Length - 1; i++)
        {
            if (chars[i] == '*' && char.IsLetterOrDigit(chars[i - 1]) && char.IsAsciiDigit(chars[i + 1]))
            {
                chars[i] = '×';
            }
        }

        return new string(chars);
    }

    /// <summary>A value of such a text as it was printed.</summary>
    public static string AsPrinted(string value, string printed) => printed.Contains('×') ? value : value.Replace('×', '*');
}
