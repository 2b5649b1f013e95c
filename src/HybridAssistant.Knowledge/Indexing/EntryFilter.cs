using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>Restricts a search. Empty lists restrict nothing.</summary>
public sealed record EntryFilter
{
    /// <summary>No restriction: current documents, quotable facts, passages.</summary>
    public static EntryFilter None { get; } = new();

    /// <summary>Only these documents (file names). Superseded documents are searched only when named here.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>
    /// Only facts of these models, facts that hold for all models of a sheet that names one of them, and the passages
    /// of such a sheet. A series name stands for all models of its sheet. Compared as codes are: case, dashes and
    /// blanks do not matter.
    /// </summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Facts, passages or both.</summary>
    public EntryKinds Kinds { get; init; } = EntryKinds.All;

    /// <summary>Only facts whose typed value is of this quantity kind ("Pressure"); null: no restriction.</summary>
    public string? QuantityKind { get; init; }
}
