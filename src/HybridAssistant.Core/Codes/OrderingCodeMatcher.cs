using System.Collections.Immutable;

namespace HybridAssistant.Core.Codes;

/// <summary>Tells whether a typed code fits an ordering-code grammar, and what each of its positions means.</summary>
public static class OrderingCodeMatcher
{
    // An open position holds a stroke, a length, a number of poles: longer runs are another code.
    private const int MaxOpenLength = 6;

    /// <summary>The positions of a code that the grammar describes; null where it does not fit.</summary>
    /// <param name="grammar">The grammar.</param>
    /// <param name="code">As typed; case, dashes, blanks and look-alikes do not count.</param>
    public static ImmutableArray<CodePart>? Match(OrderingCodeGrammar grammar, string code)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        ArgumentNullException.ThrowIfNull(code);
        string normalized = CodeNormalizer.Normalize(code);
        var parts = new List<CodePart>();
        return normalized.Length > 0 && MatchFrom(grammar.Segments, 0, normalized, 0, parts) ? [.. parts] : null;
    }

    private static bool MatchFrom(ImmutableArray<CodeSegment> segments, int index, string code, int at, List<CodePart> parts)
    {
        if (index == segments.Length)
        {
            return at == code.Length;
        }

        CodeSegment segment = segments[index];
        return segment.IsOpen
            ? MatchOpen(segments, index, code, at, parts)
            : MatchChoice(segments, index, code, at, parts);
    }

    private static bool MatchChoice(ImmutableArray<CodeSegment> segments, int index, string code, int at, List<CodePart> parts)
    {
        CodeSegment segment = segments[index];
        foreach (CodeChoice choice in segment.Choices.OrderByDescending(c => c.Code.Length))
        {
            string text = CodeNormalizer.Normalize(choice.Code);
            if (string.CompareOrdinal(code, at, text, 0, text.Length) != 0)
            {
                continue;
            }

            int before = parts.Count;
            if (text.Length > 0)
            {
                parts.Add(new CodePart(segment.Name, choice.Code, choice.Meaning));
            }

            if (MatchFrom(segments, index + 1, code, at + text.Length, parts))
            {
                return true;
            }

            parts.RemoveRange(before, parts.Count - before);
        }

        return false;
    }

    private static bool MatchOpen(ImmutableArray<CodeSegment> segments, int index, string code, int at, List<CodePart> parts)
    {
        for (int length = Math.Min(MaxOpenLength, code.Length - at); length > 0; length--)
        {
            parts.Add(new CodePart(segments[index].Name, code.Substring(at, length), ""));
            if (MatchFrom(segments, index + 1, code, at + length, parts))
            {
                return true;
            }

            parts.RemoveAt(parts.Count - 1);
        }

        return false;
    }
}
