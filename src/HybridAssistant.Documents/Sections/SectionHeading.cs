using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Sections;

/// <summary>A heading in the running text.</summary>
/// <param name="Page">Page, counted from 1.</param>
/// <param name="Text">As printed, without a closing colon.</param>
/// <param name="Box">Where it is printed.</param>
/// <param name="FontSize">Its size in points: larger headings stand above smaller ones.</param>
internal sealed record SectionHeading(int Page, string Text, BoundingBox Box, double FontSize);
