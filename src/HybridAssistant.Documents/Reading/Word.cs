using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>A word of a page. Boxes are in points, origin top-left; vertical extents follow the font size, not the glyphs.</summary>
internal sealed record Word
{
    /// <summary>Text without ligatures and soft hyphens; superscript exponents as Unicode superscripts.</summary>
    public required string Text { get; init; }

    /// <summary>Where it is printed.</summary>
    public required BoundingBox Box { get; init; }

    /// <summary>Distance of the baseline from the top of the page, in points.</summary>
    public required double Baseline { get; init; }

    /// <summary>Font size in points.</summary>
    public required double FontSize { get; init; }

    /// <summary>Bold by the font's own word or by overprinting.</summary>
    public bool Bold { get; init; }

    /// <summary>Colour as 0xRRGGBB.</summary>
    public int Color { get; init; }

    /// <summary>A raised footnote mark that followed the word ("1)", "*"); empty where there is none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>How surely the word was recognised, 0 to 1; 1 for text.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>True for text that runs up or down the page.</summary>
    public bool Vertical { get; init; }
}
