namespace HybridAssistant.Documents.Facts;

/// <summary>Printings of one quantity with the words around them.</summary>
/// <param name="Before">Words before the first.</param>
/// <param name="Quantities">As printed; at least one.</param>
/// <param name="Behind">Words behind the last that qualify all of them.</param>
internal sealed record QuantityGroup(string Before, List<string> Quantities, string Behind);
