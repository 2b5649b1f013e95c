namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Tells a mistyped code from the code of a model that does not exist.</summary>
internal static class CodeDistance
{
    private const int ShortestCode = 4;

    /// <summary>
    /// One slip of the hand: two neighbours swapped, a letter left out or added, a digit doubled or not, one letter for another.
    /// Another digit is no slip: "LRS-350-18" beside "LRS-350-15" is a model that does not exist.
    /// </summary>
    public static bool IsLikelyTypo(string typed, string known)
    {
        if (typed.Length < ShortestCode || known.Length < ShortestCode || Math.Abs(typed.Length - known.Length) > 1 || typed == known)
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
            bool isDoubled = (i > 0 && longer[i] == longer[i - 1]) || (i + 1 < longer.Length && longer[i] == longer[i + 1]);
            return (char.IsLetter(longer[i]) || isDoubled) && longer.AsSpan(i + 1).SequenceEqual(shorter.AsSpan(i));
        }

        if (i + 1 < typed.Length && typed[i] == known[i + 1] && typed[i + 1] == known[i]
            && typed.AsSpan(i + 2).SequenceEqual(known.AsSpan(i + 2)))
        {
            return true;
        }

        return char.IsLetter(typed[i]) && char.IsLetter(known[i]) && typed.AsSpan(i + 1).SequenceEqual(known.AsSpan(i + 1));
    }

    /// <summary>Built alike: the same letters first, and at least half of the code in common.</summary>
    public static bool IsSibling(string typed, string known)
    {
        int common = 0;
        while (common < typed.Length && common < known.Length && typed[common] == known[common])
        {
            common++;
        }

        int shortest = Math.Min(typed.Length, known.Length);
        bool lettersFirst = typed.Length > 0 && char.IsLetter(typed[0]);
        return typed.Length >= ShortestCode && Math.Abs(typed.Length - known.Length) <= 3
            && common >= Math.Max(lettersFirst ? 2 : 4, (shortest + 1) / 2);
    }
}
