using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Row labels that are conditions rather than names of attributes: "16 bar", "at 7.5 bar", "over 10 to 18", "DN 25".</summary>
internal static class ConditionLabel
{
    private static readonly string[] Openings = ["at ", "over ", "up to ", "above ", "below ", "under ", "from ", "DN ", "NPS "];

    /// <summary>Whether a label only says for what the row's values hold.</summary>
    public static bool Is(string label)
    {
        ReadOnlySpan<char> text = label.AsSpan().Trim();
        bool opened = false;
        foreach (string opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                text = text[opening.Length..];
                opened = true;
                break;
            }
        }

        return ValueShape.StartsAsQuantity(text) && (opened || IsQuantity(label));
    }

    /// <summary>"2 m cable" names a thing, "2 m" does not.</summary>
    private static bool IsQuantity(string label)
    {
        ImmutableArray<QuantityMention> mentions = QuantityFinder.Default.FindQuantities(label);
        return !mentions.IsEmpty && mentions.Sum(static mention => mention.Length) >= 0.8 * label.Trim().Length;
    }
}
