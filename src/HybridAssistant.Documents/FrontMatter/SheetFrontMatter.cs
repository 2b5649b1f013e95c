using System.Collections.Immutable;

namespace HybridAssistant.Documents.FrontMatter;

/// <summary>What a YAML file beside a PDF says about the sheet, overriding what the reader finds.</summary>
public sealed record SheetFrontMatter
{
    /// <summary>Title of the sheet; null: as found.</summary>
    public string? Title { get; init; }

    /// <summary>Revision mark; null: as found.</summary>
    public string? Revision { get; init; }

    /// <summary>Date of the revision; null: as found.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The products of the sheet, replacing those found; empty: as found.</summary>
    public ImmutableArray<FrontMatterProduct> Products { get; init; } = [];
}
