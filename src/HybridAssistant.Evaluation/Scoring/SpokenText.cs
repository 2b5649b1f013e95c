using System.Text;
using System.Text.RegularExpressions;

namespace HybridAssistant.Evaluation.Scoring;

/// <summary>Finds an accepted spelling in a text, as a token: never inside a longer number, word or code.</summary>
internal static class SpokenText
{
    /// <summary>Whether <paramref name="text"/> says <paramref name="spelling"/>. Case, kinds of dashes, quotes and blanks do not matter.</summary>
    public static bool Says(string text, string spelling)
    {
        string folded = Fold(text);
        string wanted = Fold(spelling);
        if (wanted.Length == 0)
        {
            return false;
        }

        foreach (Match match in Regex.Matches(folded, Pattern(wanted), RegexOptions.CultureInvariant))
        {
            if (StartsToken(folded, match.Index, wanted) && EndsToken(folded, match.Index + match.Length, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Folds what typists and typesetters spell differently: case, blanks, dashes, primes, ohm and micro signs.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool blank = true;
        foreach (char c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (!blank)
                {
                    folded.Append(' ');
                }

                blank = true;
                continue;
            }

            blank = false;
            folded.Append(FoldCharacter(c));
        }

        return folded.ToString().TrimEnd();
    }

    private static char FoldCharacter(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2018' or '\u2019' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u2033' => '"',
        '\u00D7' => 'x',
        _ => char.ToLowerInvariant(c),
    };

    // A blank of the spelling, and a change between digit and letter, may be printed with or without one.
    private static string Pattern(string wanted)
    {
        var pattern = new StringBuilder();
        for (int i = 0; i < wanted.Length; i++)
        {
            bool unitFollows = i > 0 && char.IsDigit(wanted[i - 1]) && (char.IsLetter(wanted[i]) || wanted[i] is '°' or '%' or '"');
            if (unitFollows)
            {
                pattern.Append(" ?");
            }

            pattern.Append(wanted[i] == ' ' ? " ?" : Regex.Escape(wanted[i].ToString()));
        }

        return pattern.ToString();
    }

    private static bool StartsToken(string text, int start, string wanted)
    {
        if (start == 0)
        {
            return true;
        }

        char first = text[start];
        char before = text[start - 1];
        if (!char.IsLetterOrDigit(first))
        {
            return first is not ('.' or ',') || !char.IsDigit(before);
        }

        if (char.IsLetterOrDigit(before))
        {
            return false;
        }

        bool number = char.IsDigit(first);
        char earlier = start > 1 ? text[start - 2] : ' ';
        return before switch
        {
            '.' or ',' => !(number && char.IsDigit(earlier)) && !(number && before == '.'),
            // "-5" is not "5", but "0-5" ends in 5.
            '-' when number => char.IsLetterOrDigit(earlier) ? char.IsDigit(earlier) : char.IsDigit(LastNonBlank(text, start - 2)),
            '-' or '/' => !(wanted.Any(char.IsDigit) && char.IsLetterOrDigit(earlier)),
            _ => true,
        };
    }

    private static bool EndsToken(string text, int end, string wanted)
    {
        if (end == text.Length || !char.IsLetterOrDigit(text[end - 1]))
        {
            return true;
        }

        char after = text[end];
        char later = end + 1 < text.Length ? text[end + 1] : ' ';
        bool number = !wanted.Any(char.IsLetter);
        return after switch
        {
            '.' or ',' => !(char.IsDigit(text[end - 1]) && char.IsDigit(later)),
            '-' or '/' => number || !wanted.Any(char.IsDigit) || !char.IsLetterOrDigit(later),
            _ when char.IsDigit(after) => false,
            // A unit may be glued to a number, never a letter to a code or word.
            _ when char.IsLetter(after) => number,
            _ => true,
        };
    }

    private static char LastNonBlank(string text, int index)
    {
        while (index >= 0 && text[index] == ' ')
        {
            index--;
        }

        return index >= 0 ? text[index] : ' ';
    }
}
