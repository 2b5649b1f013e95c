using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>A document of the index, without its content.</summary>
public sealed record IndexedDocument
{
    /// <summary>File name.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>64 bits of all that the document states: equal where the same file was read alike, in whichever index.</summary>
    public required long Digest { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Revision, if printed.</summary>
    public string? Revision { get; init; }

    /// <summary>Date of the revision, if printed.</summary>
    public DateOnly? RevisionDate { get; init; }

    /// <summary>Number of pages.</summary>
    public required int PageCount { get; init; }

    /// <summary>Models and series of the sheet.</summary>
    public ImmutableArray<ProductName> Products { get; init; } = [];

    /// <summary>Number of facts, doubtful ones included.</summary>
    public required int FactCount { get; init; }

    /// <summary>Number of passages.</summary>
    public required int PassageCount { get; init; }

    /// <summary>The path or upload that it came from.</summary>
    public required string Origin { get; init; }

    /// <summary>When this content was indexed.</summary>
    public required DateTimeOffset IndexedAt { get; init; }

    /// <summary>The document that replaced it as the current revision; null: it is current.</summary>
    public string? SupersededBy { get; init; }
}
