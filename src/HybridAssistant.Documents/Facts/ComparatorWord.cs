namespace HybridAssistant.Documents.Facts;

/// <summary>Moves bounds that are words ("Max 2.5", "typ. 3") out of a value; bounds that are signs stay in it.</summary>
internal static class ComparatorWord
{
    /// <summary>Detaches words before the number.</summary>
    public static (string Word, string Value) Detach(string value)
    {
        int i = 0;
        while (i < value.Length && (char.IsLetter(value[i]) || value[i] is ' ' or '.' or ':'))
        {
            i++;
        }

        // ".276" and "Approx.72" keep the point or the number's own part.
        int split = i;
        if (i > 0 && i < value.Length && value[i - 1] == '.' && char.IsAsciiDigit(value[i]) && (i < 2 || !char.IsLetter(value[i - 2])))
        {
            split = i - 1;
        }

        string word = value[..split].Trim(' ', ':', '.');
        return word.Length == 0 || split >= value.Length ? ("", value) : (word, value[split..].TrimStart());
    }

    /// <summary>Detaches words behind the number.</summary>
    public static (string Word, string Value) DetachBehind(string value)
    {
        string trimmed = value.TrimEnd(' ', '.');
        int space = trimmed.LastIndexOfAny([' ', '(']);
        if (space <= 0)
        {
            return ("", value);
        }

        string word = trimmed[(space + 1)..];
        string rest = trimmed[..space].TrimEnd(' ', '(');

        // "72 min" is minutes; "50 A min" a bound.
        bool hasUnit = rest.AsSpan().IndexOfAnyInRange('A', 'z') >= 0 || rest.EndsWith('%') || rest.EndsWith('°') || rest.EndsWith('Ω');
        bool isLevel = word.ToUpperInvariant() is "MAX" or "MAXIMUM" or "TYP" or "TYPICAL" or "MINIMUM" or "MIN";
        return isLevel && (hasUnit || !word.Equals("min", StringComparison.OrdinalIgnoreCase)) ? (word, rest) : ("", value);
    }
}
