namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Tells a mistyped code from the code of a model that does not exist.</summary>
internal static class CodeDistance
{
    private const int ShortestCode = 4;
    private const int MaxLengthGap = 3;
    private const int ShortestSeries = 2;

    /// <summary>
    /// One slip of the hand: two neighbours swapped, a letter left out or added, one letter for another. All digits agree in
    /// order: "KX-275" beside "KX-250", "KX-2000" beside "KX-200" are models that do not exist.
    /// </summary>
    public static bool IsLikelyTypo(string typed, string known)
    {
        if (typed.Length < ShortestCode || known.Length < ShortestCode || Math.Abs(typed.Length - known.Length) > 1 || typed == known
            || !typed.Where(char.IsDigit).SequenceEqual(known.Where(char.IsDigit)))
        {
            return false;
        }

        int i = 0;
        while (i < typed.Length && i < known.Length && typed[i] == known[i])
        {
            i++;
        }

        if (typed.Length != known.Length)
        {
            (string shorter, string longer) = typed.Length < known.Length ? (typed, known) : (known, typed);
            return longer.AsSpan(i + 1).SequenceEqual(shorter.AsSpan(i));
        }

        if (i + 1 < typed.Length && typed[i] == known[i + 1] && typed[i + 1] == known[i]
            && typed.AsSpan(i + 2).SequenceEqual(known.AsSpan(i + 2)))
        {
            return true;
        }

        return char.IsLetter(typed[i]) && char.IsLetter(known[i]) && typed.AsSpan(i + 1).SequenceEqual(known.AsSpan(i + 1));
    }

    /// <summary>Built alike: the same letters first and the same shape ("KX-300" beside "KX-200"), or most of the code in common.</summary>
    public static bool IsSibling(string typed, string known)
    {
        if (IsOfSeries(typed, known))
        {
            return true;
        }

        if (typed.Length < ShortestCode)
        {
            return false;
        }

        int common = typed.AsSpan().CommonPrefixLength(known);
        int letters = LeadingLetters(typed);
        int shortest = Math.Min(typed.Length, known.Length);
        return Math.Abs(typed.Length - known.Length) <= MaxLengthGap && common >= Math.Max(letters > 0 ? 3 : 4, (shortest + 1) / 2);
    }

    /// <summary>The same letters first, and behind them the same shape, or a number of any length: "PX-8" beside "PX-10".</summary>
    public static bool IsOfSeries(string typed, string known)
    {
        int letters = LeadingLetters(typed);
        if (letters == 0 || letters != LeadingLetters(known) || typed.AsSpan().CommonPrefixLength(known) < letters)
        {
            return false;
        }

        return (typed.Length >= ShortestCode && HasSameShape(typed, known))
            || (letters >= ShortestSeries && IsNumber(typed.AsSpan(letters)) && IsNumber(known.AsSpan(letters)));
    }

    /// <summary>Two bare numbers of one length that differ in the last digit, or, where there are several such, behind the first two: "6016" beside "6010".</summary>
    public static bool IsSiblingNumber(string typed, string known, bool amongSeveral) =>
        typed.Length >= ShortestCode && typed.Length == known.Length && typed != known && IsNumber(typed) && IsNumber(known)
        && typed.AsSpan().CommonPrefixLength(known) >= (amongSeveral ? ShortestSeries : typed.Length - 1);

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int LeadingLetters(string code)
    {
        int count = 0;
        while (count < code.Length && char.IsLetter(code[count]))
        {
            count++;
        }

        return count;
    }

    private static bool HasSameShape(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            if (char.IsLetter(a[i]) != char.IsLetter(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
