namespace HybridAssistant.Documents.Codes;

/// <summary>A line of a sheet in reading order.</summary>
/// <param name="Page">Page, counted from 1.</param>
/// <param name="Text">Its words joined by blanks.</param>
internal readonly record struct PrintedLine(int Page, string Text);
