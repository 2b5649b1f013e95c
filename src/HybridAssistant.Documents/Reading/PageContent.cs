using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>What is visible on one page: lines of words, ruling lines, coloured areas.</summary>
internal sealed record PageContent
{
    /// <summary>Page number, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Width in points, as displayed.</summary>
    public required double Width { get; init; }

    /// <summary>Height in points, as displayed.</summary>
    public required double Height { get; init; }

    /// <summary>Horizontal text, top to bottom.</summary>
    public required IReadOnlyList<TextLine> Lines { get; init; }

    /// <summary>Text that runs up or down the page; it labels groups of table rows.</summary>
    public IReadOnlyList<Word> VerticalWords { get; init; } = [];

    /// <summary>Ruling lines, merged where they continue one another.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Coloured areas in painting order.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Whether anything but text is drawn on it: a page without text and graphics is blank.</summary>
    public bool HasGraphics { get; init; }

    /// <summary>Invisible text that was dropped, and the like.</summary>
    public ImmutableArray<SheetFinding> Findings { get; init; } = [];

    /// <summary>Whether the words came from the text layer or from OCR.</summary>
    public ReadBy ReadBy { get; init; }
}
