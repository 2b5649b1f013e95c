using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>Restricts a search. Empty lists restrict nothing.</summary>
public sealed record EntryFilter
{
    /// <summary>No restriction: current documents, quotable facts, passages.</summary>
    public static EntryFilter None { get; } = new();

    /// <summary>Only these documents (file names). Superseded documents are searched only when named here.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>Only facts of these models, and facts that hold for all models of their sheet.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Leaves passages out.</summary>
    public bool FactsOnly { get; init; }
}
