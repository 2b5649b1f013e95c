using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Printings of one quantity (or of equals in a list) with the words around them.</summary>
/// <param name="Before">Words before the first.</param>
/// <param name="Quantities">At least one.</param>
/// <param name="Behind">Words behind the last that qualify all of them.</param>
internal sealed record QuantityGroup(string Before, List<QuantityMention> Quantities, string Behind);
