namespace HybridAssistant.Serving;

/// <summary>Cuts a verified answer into the pieces of a stream; the pieces joined are the answer.</summary>
public static class AnswerSentences
{
    /// <summary>Sentences with the blanks after them. A point inside a number or before a small letter ends none.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = text[i] is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);
            if (!ends && text[i] != '\n')
            {
                continue;
            }

            int next = i + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (next < text.Length && !char.IsLower(text[next]) && !(ends && char.IsDigit(text[next])))
            {
                yield return text[start..next];
                start = next;
                i = next - 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
