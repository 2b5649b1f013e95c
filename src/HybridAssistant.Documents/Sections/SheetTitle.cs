namespace HybridAssistant.Documents.Sections;

/// <summary>What the head of the first page says about the sheet.</summary>
/// <param name="Text">The title.</param>
/// <param name="Subtitle">The line below it; empty where there is none.</param>
/// <param name="Code">The only code that stands by itself in the head of the page, set like a heading; empty where there is none.</param>
internal sealed record SheetTitle(string Text, string Subtitle, string Code = "");
