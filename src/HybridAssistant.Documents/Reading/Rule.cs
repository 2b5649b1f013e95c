namespace HybridAssistant.Documents.Reading;

/// <summary>A ruling line parallel to a page edge, in points from the top-left corner.</summary>
/// <param name="Horizontal">Whether it runs across the page.</param>
/// <param name="Position">Its y if horizontal, its x otherwise.</param>
/// <param name="Start">Lower end on the other axis.</param>
/// <param name="End">Upper end on the other axis.</param>
/// <param name="Drawn">False for the edge of a coloured area, which only hints at a line.</param>
internal readonly record struct Rule(bool Horizontal, double Position, double Start, double End, bool Drawn = true)
{
    /// <summary>Length in points.</summary>
    public double Length => End - Start;
}
