namespace HybridAssistant.Core.Sheets;

/// <summary>A heading-aware chunk of running text.</summary>
public sealed record Passage
{
    /// <summary>Deterministic id: content hash of the document and location on it.</summary>
    public required string Id { get; init; }

    /// <summary>File name of the sheet, without folder.</summary>
    public required string Document { get; init; }

    /// <summary>Page, counted from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Headings above the text, outermost first, joined by " › "; empty where there is none.</summary>
    public string Section { get; init; } = "";

    /// <summary>The text in reading order; sentences end with their own punctuation.</summary>
    public required string Text { get; init; }

    /// <summary>Where the text is printed, in points of the displayed page.</summary>
    public required BoundingBox Box { get; init; }

    /// <summary>Whether the text came from the text layer or from OCR.</summary>
    public ReadBy ReadBy { get; init; }

    /// <summary>Order of appearance in the document, counted from 0.</summary>
    public int Ordinal { get; init; }
}
