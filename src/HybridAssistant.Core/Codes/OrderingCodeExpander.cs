namespace HybridAssistant.Core.Codes;

/// <summary>Composes the codes that an ordering-code grammar describes, one at a time.</summary>
public static class OrderingCodeExpander
{
    /// <summary>The codes in the order of the grammar's choices, lazily.</summary>
    /// <param name="grammar">The grammar; from its first open position on nothing is composed.</param>
    /// <param name="limit">Most codes to compose, at least 1.</param>
    public static IEnumerable<string> Expand(OrderingCodeGrammar grammar, int limit)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Compose(grammar).Take(limit);
    }

    /// <summary>How many codes a grammar describes up to its first open position; <see cref="long.MaxValue"/> where more than that.</summary>
    public static long Count(OrderingCodeGrammar grammar)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        long count = 1;
        foreach (CodeSegment segment in grammar.Segments.TakeWhile(s => !s.IsOpen))
        {
            if (count > long.MaxValue / segment.Choices.Length)
            {
                return long.MaxValue;
            }

            count *= segment.Choices.Length;
        }

        return count;
    }

    private static IEnumerable<string> Compose(OrderingCodeGrammar grammar)
    {
        CodeSegment[] segments = [.. grammar.Segments.TakeWhile(s => !s.IsOpen)];
        if (segments.Length == 0)
        {
            yield break;
        }

        int[] chosen = new int[segments.Length];
        while (true)
        {
            yield return string.Concat(segments.Select((segment, i) => segment.Choices[chosen[i]].Code));

            int position = segments.Length - 1;
            while (position >= 0 && ++chosen[position] == segments[position].Choices.Length)
            {
                chosen[position--] = 0;
            }

            if (position < 0)
            {
                yield break;
            }
        }
    }
}
