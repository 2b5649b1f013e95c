using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>A filled rectangle: zebra stripe, header band, box.</summary>
/// <param name="Box">Where it is painted.</param>
/// <param name="Color">Colour as 0xRRGGBB.</param>
internal readonly record struct Fill(BoundingBox Box, int Color);
