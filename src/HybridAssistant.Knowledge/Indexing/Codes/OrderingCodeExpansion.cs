using HybridAssistant.Core.Codes;

namespace HybridAssistant.Knowledge.Indexing.Codes;

/// <summary>Composes the part numbers of an ordering-code grammar, so that a code that no sheet prints whole is still found.</summary>
internal static class OrderingCodeExpansion
{
    /// <summary>Most codes that one grammar contributes. Larger grammars contribute their shorter fronts only.</summary>
    public const int MaxCodes = 4096;

    /// <summary>The codes of a grammar; where all of them are too many, the fronts of as many positions as stay within the bound.</summary>
    public static IReadOnlyList<string> Compose(OrderingCodeGrammar grammar)
    {
        List<string> fronts = [""];
        foreach (CodeSegment segment in grammar.Segments)
        {
            if (segment.Choices.IsDefaultOrEmpty || (long)fronts.Count * segment.Choices.Length > MaxCodes)
            {
                break;
            }

            fronts = [.. fronts.SelectMany(front => segment.Choices, (front, choice) => front + choice.Code)];
        }

        return [.. fronts.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
