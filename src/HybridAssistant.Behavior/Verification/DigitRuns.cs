namespace HybridAssistant.Behavior.Verification;

/// <summary>Takes the runs that bear a digit out of a text: numbers, codes, dates, whatever they are glued to.</summary>
internal static class DigitRuns
{
    /// <summary>The runs between white space that hold a digit, without quotation marks and sentence punctuation around them.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            string run = text[start..i].Trim('.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '“', '”', '"', '\'', '‘', '’', '″', '′');
            if (run.Any(char.IsDigit) || run.Any(c => char.GetNumericValue(c) >= 0))
            {
                yield return run;
            }

            i++;
        }
    }
}
