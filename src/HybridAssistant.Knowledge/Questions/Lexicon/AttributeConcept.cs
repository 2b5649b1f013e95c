using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>A spec attribute of the field.</summary>
/// <param name="Index">Position in the lexicon.</param>
/// <param name="Name">Its name; a dot makes it a kind of the one before the dot ("temperature.storage").</param>
/// <param name="Family">The part before the dot, or the whole name.</param>
/// <param name="IsTelling">Whether most of its words are never said in passing: who says "cost" asks for a price.</param>
/// <param name="Kinds">Quantity kinds that its values have; empty where they are no quantities.</param>
internal sealed record AttributeConcept(int Index, string Name, string Family, bool IsTelling, ImmutableArray<string> Kinds)
{
    /// <summary>Whether it is the general attribute of its family.</summary>
    public bool IsGeneral => Name == Family;
}
