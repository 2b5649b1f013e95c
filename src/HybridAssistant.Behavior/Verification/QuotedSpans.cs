using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Parts of a quoted sentence that may be said by themselves: words with a quantity, never a number torn from its unit.</summary>
internal static class QuotedSpans
{
    private const int MaxWords = 6;

    /// <summary>The parts as printed.</summary>
    public static IEnumerable<string> Of(string quote)
    {
        string[] words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int start = 0; start < words.Length; start++)
        {
            for (int end = start; end < Math.Min(words.Length, start + MaxWords); end++)
            {
                bool isTorn = end + 1 < words.Length && char.IsDigit(words[end][^1]) && UnitTable.Default.Find(words[end + 1].TrimEnd('.', ',', ';', ')')) is not null;
                string part = string.Join(' ', words[start..(end + 1)]).Trim('.', ',', ';', ':', '(', ')');
                if (!isTorn && part.Any(char.IsDigit))
                {
                    yield return part;
                }
            }
        }
    }
}
