namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Splits running text into whole sentences, exactly as printed.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] Abbreviations = ["max", "min", "typ", "approx", "nom", "no", "fig", "incl", "resp", "e.g", "i.e", "vs", "dia", "temp", "ca", "mm", "deg"];

    /// <summary>The sentences in order; bullets and line breaks end one too.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Ends(text, start, i))
            {
                continue;
            }

            string sentence = text[start..(i + 1)].Trim(' ', '\n', '\r', '\t', '•', '·', '▪', '●', '■', '–');
            if (sentence.Length > 2)
            {
                yield return sentence;
            }

            start = i + 1;
        }

        string rest = text[start..].Trim(' ', '\n', '\r', '\t', '•', '·', '▪', '●', '■', '–');
        if (rest.Length > 2)
        {
            yield return rest;
        }
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
        return c != '.' || !Abbreviations.Contains(before[word..].ToLowerInvariant(), StringComparer.Ordinal);
    }
}
