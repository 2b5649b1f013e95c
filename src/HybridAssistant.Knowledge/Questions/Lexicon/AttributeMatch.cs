namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>An attribute found in a text.</summary>
/// <param name="Concept">The attribute.</param>
/// <param name="Words">Bit set over the first 64 words of the text: the words that spell it.</param>
/// <param name="IsLabel">Whether a sheet's label was met rather than a customer's word.</param>
internal readonly record struct AttributeMatch(AttributeConcept Concept, ulong Words, bool IsLabel);
