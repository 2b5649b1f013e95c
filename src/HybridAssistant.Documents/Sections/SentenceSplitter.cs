namespace HybridAssistant.Documents.Sections;

/// <summary>Splits running text into whole sentences, exactly as printed.</summary>
internal static class SentenceSplitter
{
    private const string Marks = " \n\r\t•·▪●■–";

    private static readonly string[] Abbreviations =
    [
        "max", "min", "typ", "approx", "nom", "no", "nos", "fig", "incl", "excl", "resp", "e.g", "i.e", "vs", "dia", "temp", "ca", "mm", "deg",
        "cat", "ref", "art", "doc", "rev", "sec", "tab", "vol", "wt", "qty", "std", "opt", "ext", "int", "op", "amb",
    ];

    /// <summary>The places of the sentences in order; bullets and line breaks end one too.</summary>
    public static IEnumerable<Range> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Ends(text, start, i))
            {
                continue;
            }

            if (Trim(text, start, i + 1) is { } sentence)
            {
                yield return sentence;
            }

            start = i + 1;
        }

        if (Trim(text, start, text.Length) is { } rest)
        {
            yield return rest;
        }
    }

    // Without the marks around it; null where nothing is left.
    private static Range? Trim(string text, int start, int end)
    {
        while (start < end && Marks.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }

        while (end > start && Marks.Contains(text[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return end - start > 2 ? start..end : null;
    }

    private static bool Ends(string text, int start, int i)
    {
        char c = text[i];
        if (c is '\n' or '•' or '▪' or '●' or '■')
        {
            return true;
        }

        if (c is not ('.' or '!' or '?') || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])))
        {
            return false;
        }

        string before = text[start..i];
        int word = before.LastIndexOf(' ') + 1;
        return c != '.' || !Abbreviations.Contains(before[word..].TrimStart('(').ToLowerInvariant(), StringComparer.Ordinal);
    }
}
