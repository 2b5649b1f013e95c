using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>A sheet on its way into the index.</summary>
public sealed record IndexedSheet
{
    /// <summary>What was understood.</summary>
    public required SpecSheet Sheet { get; init; }

    /// <summary>The path or upload that it came from, for removal and for naming a clash of names.</summary>
    public required string Origin { get; init; }

    /// <summary>
    /// One unit vector a fact, in the order of <see cref="SpecSheet.Facts"/>; empty without an embedder. A doubtful fact
    /// is never searched: its vector may have no elements.
    /// </summary>
    public ImmutableArray<ReadOnlyMemory<float>> FactVectors { get; init; } = [];

    /// <summary>One unit vector a passage; empty without an embedder.</summary>
    public ImmutableArray<ReadOnlyMemory<float>> PassageVectors { get; init; } = [];

    /// <summary>Fingerprint of the embedding model; null without one.</summary>
    public string? EmbedderFingerprint { get; init; }

    /// <summary>When this content was indexed; null: as it is written. A copy from another index has the time of its original.</summary>
    public DateTimeOffset? IndexedAt { get; init; }

    /// <summary>
    /// What the last replacement of the document changed; null: what this one changes. A copy from another index has the
    /// change of its original, which cannot be told from the content.
    /// </summary>
    public SheetChange? LastChange { get; init; }
}
