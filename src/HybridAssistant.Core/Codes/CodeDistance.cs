namespace HybridAssistant.Core.Codes;

/// <summary>How far two codes lie apart: letters mistyped, left out, added, or swapped with their neighbour.</summary>
public static class CodeDistance
{
    /// <summary>
    /// The optimal string alignment distance (Damerau-Levenshtein without overlapping swaps) of two normalised codes.
    /// </summary>
    /// <returns>The distance; <paramref name="limit"/> + 1 where it is greater than the limit.</returns>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        int width = b.Length + 1;
        int[] rows = new int[3 * width];
        Span<int> beforeLast = rows.AsSpan(0, width);
        Span<int> last = rows.AsSpan(width, width);
        Span<int> current = rows.AsSpan(2 * width, width);
        for (int j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int best = i;
            for (int j = 1; j < width; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            Span<int> spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>How far a mistyped code may lie from the one meant: one change up to six characters, then two.</summary>
    public static int LimitFor(ReadOnlySpan<char> normalized) => normalized.Length switch
    {
        < 3 => 0,
        <= 6 => 1,
        _ => 2,
    };
}
