using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>A code in the question.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Normalized">Folded.</param>
/// <param name="Start">Position of its first character in the question.</param>
/// <param name="Fit">How it meets the catalogue.</param>
/// <param name="Products">The products that it names; the near ones for a near miss; empty where it is unknown.</param>
public sealed record ProductMention(
    string Text, string Normalized, int Start, MentionFit Fit, ImmutableArray<CatalogProduct> Products)
{
    /// <summary>Whether a position of the question is inside the code.</summary>
    internal bool Contains(int position) => position >= Start && position < Start + Text.Length;
}
