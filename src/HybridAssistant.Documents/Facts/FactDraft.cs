using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Facts;

/// <summary>A fact while it is found: its address is complete, its sheet-wide fields are not.</summary>
internal sealed record FactDraft
{
    /// <summary>Page, counted from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The model; empty: all models of the sheet.</summary>
    public string Product { get; init; } = "";

    /// <summary>Heading above the table or group.</summary>
    public string Section { get; init; } = "";

    /// <summary>Row label or column heading.</summary>
    public required string Attribute { get; init; }

    /// <summary>What qualifies the value.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The value as printed.</summary>
    public required string Value { get; init; }

    /// <summary>The unit as printed.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the value is printed.</summary>
    public required BoundingBox Box { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why it must not be quoted; null: it may be.</summary>
    public string? Doubt { get; init; }
}
