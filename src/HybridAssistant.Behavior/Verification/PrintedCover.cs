using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Where a text says something printed: the longest pieces first, none across another.</summary>
internal sealed class PrintedCover
{
    private readonly int[] _covered;

    private PrintedCover(ImmutableArray<CoveredSpan> spans, int[] covered)
    {
        Spans = spans;
        _covered = covered;
    }

    /// <summary>The printed spans in the order of the text. Pieces of equal text stand beside each other at one place.</summary>
    public ImmutableArray<CoveredSpan> Spans { get; }

    /// <summary>Whether a character belongs to a printed span.</summary>
    public bool Covers(int index) => _covered[index] != 0;

    /// <summary>Lays the pieces over a text.</summary>
    public static PrintedCover Of(string text, ImmutableArray<PrintedPiece> pieces)
    {
        var spans = new List<CoveredSpan>();
        int[] covered = new int[text.Length];
        int mark = 0;
        foreach (IGrouping<string, PrintedPiece> same in pieces.GroupBy(p => Key(p.Text), StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Key.Length))
        {
            // Most pieces are not said; to look for their first word is far quicker than to make an expression of them.
            if (!text.Contains(same.Key.Split(' ', 2)[0], StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (Match match in Regex.Matches(text, PatternOf(same.Key), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            {
                if (match.Length == 0 || covered.AsSpan(match.Index, match.Length).ContainsAnyExcept(0))
                {
                    continue;
                }

                covered.AsSpan(match.Index, match.Length).Fill(++mark);
                spans.Add(new CoveredSpan(match.Index, match.Length, [.. same]));
            }
        }

        return new PrintedCover([.. spans.OrderBy(s => s.Start)], covered);
    }

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // From word boundary to word boundary: "16" is no part of "160", "1.16", "-16" or "K16", "1HL=" none of "1HL=X".
    private static string PatternOf(string key)
    {
        string body = string.Join(@"\s+", key.Split(' ').Select(Regex.Escape));
        string before = char.IsLetterOrDigit(key[0]) ? @"(?<![\p{L}\p{N}_]|\p{N}[.,]|(?<!\p{L})[\-–−+±<>≤≥~])" : @"(?<![\p{L}\p{N}])";
        string after = char.IsLetterOrDigit(key[^1]) ? @"(?![\p{L}\p{N}_]|[.,]\p{N}|[\-–−/]\p{N})" : @"(?![\p{L}\p{N}])";
        return before + body + after;
    }
}
