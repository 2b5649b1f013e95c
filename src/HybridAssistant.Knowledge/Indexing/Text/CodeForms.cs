using HybridAssistant.Core.Codes;

namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>
/// The normalised spellings under which a part number, a rating ("IP 65") or a number with its unit ("12 V") in a text
/// can be found, however sheet and customer write it: joined over dashes, slashes and blanks, whole and in parts.
/// </summary>
internal static class CodeForms
{
    /// <summary>Parts joined at most, so that a long run of dashes stays a handful of forms.</summary>
    private const int MaxParts = 5;

    /// <summary>Longest word that is joined with the number beside it: "KX 200", "PT 100", "230 VAC".</summary>
    private const int MaxPrefixLetters = 5;

    private const int MaxUnitLetters = 4;

    /// <summary>The forms of a printed text: only words with a capital are taken for the front of a code.</summary>
    public static IEnumerable<string> OfPrinted(string text) => Of(text, typed: false);

    /// <summary>The forms of words as somebody typed them.</summary>
    public static IEnumerable<string> OfTyped(string text) => Of(text, typed: true);

    private static HashSet<string> Of(string text, bool typed)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string[] parts = Parts(words[i]);
            if (!IsDecimal(words[i]))
            {
                AddJoins(forms, parts);
            }

            if (i + 1 < words.Length)
            {
                AddNeighbours(forms, parts, words[i], Parts(words[i + 1]), i + 2 < words.Length ? Parts(words[i + 2]) : [], typed);
            }
        }

        return forms;
    }

    private static void AddJoins(HashSet<string> forms, string[] parts)
    {
        for (int first = 0; first < parts.Length; first++)
        {
            string joined = "";
            for (int last = first; last < parts.Length && last < first + MaxParts; last++)
            {
                joined += parts[last];
                if (last > first || parts.Length == 1)
                {
                    AddCode(forms, joined, needsLetter: last == first);
                }
            }
        }

        if (parts.Length > MaxParts)
        {
            AddCode(forms, string.Concat(parts), needsLetter: false);
        }
    }

    private static void AddNeighbours(
        HashSet<string> forms, string[] parts, string word, string[] next, string[] afterNext, bool typed)
    {
        if (parts.Length == 0 || next.Length == 0)
        {
            return;
        }

        string last = parts[^1];
        bool isFront = parts.Length == 1 && last.Length <= MaxPrefixLetters && last.All(char.IsLetter)
            && (typed || word.Any(char.IsUpper));
        if (isFront && next[0].Any(char.IsDigit))
        {
            string joined = last;
            foreach (string part in next.Take(MaxParts))
            {
                joined += part;
                AddCode(forms, joined, needsLetter: true);
            }

            if (typed && afterNext.Length > 0 && afterNext[0].Length <= MaxPrefixLetters)
            {
                AddCode(forms, joined + afterNext[0], needsLetter: true);
            }
        }

        if (last.All(char.IsDigit) && next[0].Length <= MaxUnitLetters && next[0].All(char.IsLetter))
        {
            AddCode(forms, last + next[0], needsLetter: true);
        }
    }

    private static void AddCode(HashSet<string> forms, string joined, bool needsLetter)
    {
        if (joined.Any(char.IsDigit) && (!needsLetter || joined.Any(char.IsLetter)))
        {
            forms.Add(CodeNormalizer.Normalize(joined).ToLowerInvariant());
        }
    }

    private static string[] Parts(string word)
    {
        var parts = new List<string>();
        int start = 0;
        for (int i = 0; i <= word.Length; i++)
        {
            if (i == word.Length || !char.IsLetterOrDigit(word[i]))
            {
                if (i > start)
                {
                    parts.Add(word[start..i]);
                }

                start = i + 1;
            }
        }

        return [.. parts];
    }

    private static bool IsDecimal(string word) =>
        word.Any(char.IsDigit) && !word.Any(char.IsLetter) && word.All(c => char.IsDigit(c) || c is '.' or ',' or '+' or '-' or '±' or '−');
}
