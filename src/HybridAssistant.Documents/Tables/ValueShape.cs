namespace HybridAssistant.Documents.Tables;

/// <summary>Tells by its form alone whether a text is a value, a code or a label; no word list is needed for it.</summary>
internal static class ValueShape
{
    /// <summary>Whether a text begins as a quantity does: a digit, or a sign or comparator before one.</summary>
    public static bool StartsAsQuantity(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int i = 0;
        while (i < text.Length && i < 4 && (IsPrefix(text[i]) || text[i] == ' '))
        {
            i++;
        }

        return i < text.Length && char.IsAsciiDigit(text[i]);
    }

    /// <summary>Whether a text looks like a model or part number: one or two words with digits and letters, or digits joined by dashes.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 2 or > 32)
        {
            return false;
        }

        foreach (Range token in text.Split(' '))
        {
            if (text[token] is { Length: > 0 } word && !word.ContainsAnyExceptInRange('a', 'z'))
            {
                return false;
            }
        }

        int digits = 0, letters = 0, capitals = 0, spaces = 0, joints = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
            else if (c == ' ')
            {
                spaces++;
            }
            else if (c is '-' or '/' or '.' or '_' or '−' or '–' or '‑')
            {
                joints++;
            }
            else if (c is not ('=' or '+' or '#'))
            {
                return false;
            }
        }

        return spaces <= 2 && digits > 0 && capitals > 0 && capitals * 2 >= letters && (char.IsLetter(text[0]) || joints > 0 || letters > 1);
    }

    /// <summary>Whether one line of a cell can stand for itself as a value of its own row.</summary>
    public static bool IsValueLine(ReadOnlySpan<char> text) =>
        StartsAsQuantity(text) || IsCode(text) || text is "-" or "–" or "—" || (text.Length <= 6 && !text.Contains(' '));

    private static bool IsPrefix(char c) =>
        c is '+' or '-' or '−' or '–' or '±' or '<' or '>' or '≤' or '≥' or '≦' or '≧' or '~' or '≈' or '.' or 'ø' or 'Ø' or '⌀' or '∅' or '(';
}
