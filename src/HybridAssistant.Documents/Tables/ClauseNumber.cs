using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Numbers of clauses: "2.3", "4.1.2", "2-10." before words.</summary>
internal static class ClauseNumber
{
    /// <summary>Whether a line opens with a clause number: digits and points, then a word.</summary>
    public static bool Opens(TextLine line) =>
        line.Words.Count > 1 && IsNumber(line.Words[0].Text) && char.IsLetter(line.Words[1].Text[0]) && line.Words[1].Text.Length > 1;

    private static bool IsNumber(string word)
    {
        int groups = 0, digits = 0;
        for (int i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && char.IsAsciiDigit(word[i]))
            {
                digits++;
                continue;
            }

            if (digits is 0 or > 2)
            {
                return digits == 0 && i == word.Length && groups > 1;
            }

            groups++;
            digits = 0;
            if (i < word.Length && word[i] is not ('.' or '-'))
            {
                return false;
            }
        }

        return groups > 1;
    }
}
