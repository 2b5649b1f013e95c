using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>What became of one document, for the caller to look at: a broken file never ends the run.</summary>
/// <param name="Document">File name.</param>
/// <param name="Source">The path or upload that it came from.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record IngestionResult(string Document, string Source, IngestionOutcome Outcome)
{
    /// <summary>With set aside: why, and what to do about it.</summary>
    public string? Reason { get; init; }

    /// <summary>With added and replaced: what changed, fact by fact.</summary>
    public SheetChange? Change { get; init; }

    /// <summary>Number of pages read; 0 where none were.</summary>
    public int PageCount { get; init; }

    /// <summary>Number of facts read, doubtful ones included.</summary>
    public int FactCount { get; init; }

    /// <summary>Number of passages read.</summary>
    public int PassageCount { get; init; }

    /// <summary>What a reader of the report should know about the sheet: dropped invisible text, pages without text.</summary>
    public ImmutableArray<SheetFinding> Findings { get; init; } = [];
}
