using System.Collections.Immutable;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Core.Sheets;

/// <summary>What was understood of one spec-sheet PDF: the unit in which the index is replaced.</summary>
public sealed record SpecSheet
{
    /// <summary>File name, without folder: the document's name everywhere.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The title as the first page prints it (or as front matter overrides it).</summary>
    public required string Title { get; init; }

    /// <summary>Revision mark as printed ("B", "1.4"); null where none is printed.</summary>
    public string? Revision { get; init; }

    /// <summary>Date of the revision; null where none is printed.</summary>
    public DateOnly? RevisionDate { get; init; }

    /// <summary>Number of pages.</summary>
    public required int PageCount { get; init; }

    /// <summary>The models of the sheet and its series names.</summary>
    public ImmutableArray<ProductName> Products { get; init; } = [];

    /// <summary>All facts, the doubtful ones included, in order of appearance.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>Running text, in order of appearance.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>Part numbers, model names and ordering codes printed on the sheet.</summary>
    public ImmutableArray<ProductCode> Codes { get; init; } = [];

    /// <summary>Ordering-code grammars, each of which composes many part numbers.</summary>
    public ImmutableArray<OrderingCodeGrammar> Grammars { get; init; } = [];

    /// <summary>What the ingest report says about the sheet.</summary>
    public ImmutableArray<SheetFinding> Findings { get; init; } = [];
}
