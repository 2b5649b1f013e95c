using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Core.Answers;

/// <summary>Where a fact is printed.</summary>
/// <param name="Id">Counted from 1.</param>
/// <param name="Document">File name.</param>
/// <param name="Title">Title of the sheet.</param>
/// <param name="Revision">Revision; null where none is printed.</param>
/// <param name="Page">Page, counted from 1.</param>
/// <param name="Quote">The cited line: label, condition and value as printed, or the quoted sentence.</param>
/// <param name="Box">Where on the page.</param>
/// <param name="ReadBy">Text layer or OCR.</param>
public sealed record Citation(
    int Id, string Document, string? Title, string? Revision, int Page, string Quote, BoundingBox Box, ReadBy ReadBy);
