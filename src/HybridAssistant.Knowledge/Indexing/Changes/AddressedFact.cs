using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Changes;

/// <summary>A fact with its folded address, compared by reference: two cells may print the same.</summary>
internal sealed class AddressedFact(Fact fact)
{
    /// <summary>The fact.</summary>
    public Fact Fact { get; } = fact;

    /// <summary>Where it stands.</summary>
    public FactAddress Address { get; } = FactAddress.Of(fact);

    /// <summary>Value and unit as printed.</summary>
    public string Printed { get; } = $"{fact.Value}\n{fact.Unit}";
}
