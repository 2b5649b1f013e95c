namespace HybridAssistant.Documents.Facts;

/// <summary>Joins and counts words of conditions and labels.</summary>
internal static class Words
{
    /// <summary>The parts that hold anything, joined by blanks.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        string joined = "";
        foreach (string part in parts)
        {
            if (part.Length > 0)
            {
                joined = joined.Length == 0 ? part : joined + " " + part;
            }
        }

        return joined;
    }

    /// <summary>Number of words; signs alone are none.</summary>
    public static int Count(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = c != ' ' && (letter || inside);
        }

        return words;
    }
}
