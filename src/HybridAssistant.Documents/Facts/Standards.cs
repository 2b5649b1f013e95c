using System.Collections.Frozen;

namespace HybridAssistant.Documents.Facts;

/// <summary>Recognises designations of standards by their form: who wrote it, and a number ("MIL-HDBK-217F", "UL/CSA 248-14").</summary>
internal static class Standards
{
    // "IPC J-STD-020C", "MIL-HDBK-217F": the number stands within so many letters of the body's name.
    private const int LongestSeries = 8;

    private static readonly FrozenSet<string> Bodies = DataTable.Rows("Facts.standard-bodies.tsv", 1)
        .SelectMany(static row => row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text begins with one.</summary>
    public static bool Opens(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '/'))
        {
            end++;
        }

        if (end < 2 || !text[..end].Split('/').All(Bodies.Contains))
        {
            return false;
        }

        int digit = text.AsSpan(end).IndexOfAnyInRange('0', '9');
        return digit >= 0 && digit <= LongestSeries && !text.AsSpan(end, digit).ContainsAnyInRange('a', 'z');
    }
}
