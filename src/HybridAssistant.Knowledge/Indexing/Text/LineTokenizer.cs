using System.Text;

namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>
/// Cuts sheet text and question words into the terms of the text index. Both sides go through it, so that
/// compatibility characters (m³, µ), decimal commas and grouped thousands meet whatever their spelling.
/// </summary>
internal static class LineTokenizer
{
    /// <summary>The terms of a text in order, lower-case.</summary>
    public static IEnumerable<string> Terms(string text)
    {
        string folded = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        int start = 0;
        while (start < folded.Length)
        {
            if (!char.IsLetterOrDigit(folded[start]))
            {
                start++;
                continue;
            }

            int end = EndOfTerm(folded, start);
            string term = folded[start..end].ToLowerInvariant().Replace(',', '.');
            yield return term;
            if (IsGroupedNumber(term))
            {
                yield return term.Replace(".", "", StringComparison.Ordinal);
            }

            start = end;
        }
    }

    private static int EndOfTerm(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsDecimalMark(text, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsDecimalMark(string text, int at) =>
        text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    // "1,000" may be a thousand or one with three decimals: both spellings are kept.
    private static bool IsGroupedNumber(string term)
    {
        string[] groups = term.Split('.');
        return groups.Length > 1
            && groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsDigit));
    }
}
