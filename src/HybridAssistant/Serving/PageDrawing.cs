using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Serving;

/// <summary>A page as an image, or why there is none.</summary>
/// <param name="Image">The image; null where there is none.</param>
/// <param name="Fault">What is wrong, and what to do; null where there is an image.</param>
public sealed record PageDrawing(PageImage? Image, string? Fault);
