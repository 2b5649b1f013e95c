using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Sheets;

/// <summary>
/// One cell of one spec table, or one key-value entry, with its full address on the sheet.
/// Strings are as printed; those that the sheet does not state are empty.
/// </summary>
public sealed record Fact
{
    /// <summary>Deterministic id: content hash of the document and location on it.</summary>
    public required string Id { get; init; }

    /// <summary>File name of the sheet, without folder.</summary>
    public required string Document { get; init; }

    /// <summary>Page, counted from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The one model that the value belongs to; empty: it holds for all models of the sheet.</summary>
    public string Product { get; init; } = "";

    /// <summary>Heading above the table or group.</summary>
    public string Section { get; init; } = "";

    /// <summary>Row label, or column heading where attributes are columns; nested labels joined by a blank.</summary>
    public required string Attribute { get; init; }

    /// <summary>What qualifies the value: "max", "at 25 °C", "230VAC", a footnote's text.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The value exactly as printed, without its unit where that is separable.</summary>
    public required string Value { get; init; }

    /// <summary>The unit as printed in cell, header or row label.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the value is printed, in points of the displayed page.</summary>
    public required BoundingBox Box { get; init; }

    /// <summary>Confidence of the extraction, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the value came from the text layer or from OCR.</summary>
    public ReadBy ReadBy { get; init; }

    /// <summary>Why the cell must never be quoted as fact; null: it may be quoted.</summary>
    public string? Doubt { get; init; }

    /// <summary>The value parsed, for comparisons and conversions; null where it is not a quantity.</summary>
    public TypedValue? Typed { get; init; }

    /// <summary>Order of appearance in the document, counted from 0: the tie-breaker wherever scores are equal.</summary>
    public int Ordinal { get; init; }
}
