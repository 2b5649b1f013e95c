namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>An attribute found in a text.</summary>
/// <param name="Concept">The attribute.</param>
/// <param name="Words">Bit set over the first 64 words of the text: the words that spell it.</param>
/// <param name="IsLabel">Whether a sheet's label was met rather than a customer's word.</param>
/// <param name="IsPassing">Whether the words are often said in passing: "atex rating" asks for it, "the ATEX version" need not.</param>
internal readonly record struct AttributeMatch(AttributeConcept Concept, ulong Words, bool IsLabel, bool IsPassing)
{
    /// <summary>Whether the words ask for the attribute wherever they stand.</summary>
    public bool IsTelling => Concept.IsTelling && !IsPassing;
}
