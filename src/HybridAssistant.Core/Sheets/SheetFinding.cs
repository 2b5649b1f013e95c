namespace HybridAssistant.Core.Sheets;

/// <summary>Something a reader of the ingest report should know about a sheet: dropped invisible text, a page without text.</summary>
/// <param name="Page">Page, counted from 1; 0: the whole sheet.</param>
/// <param name="Message">What was found and what was done about it. Holds no more than 80 characters of document text.</param>
public sealed record SheetFinding(int Page, string Message);
