namespace HybridAssistant.Documents.Sections;

/// <summary>What the head of the first page says about the sheet.</summary>
/// <param name="Text">The title.</param>
/// <param name="Subtitle">The line below it; empty where there is none.</param>
/// <param name="Code">The only code that stands by itself in the head of the page, set like a heading; empty where there is none.</param>
internal sealed record SheetTitle(string Text, string Subtitle, string Code = "")
{
    private const int MostWords = 12;

    /// <summary>Title and subtitle: the line below a bare name says what kind of thing it is, and of what size.</summary>
    public string Full =>
        IsName(Subtitle) && !Text.Contains(Subtitle, StringComparison.OrdinalIgnoreCase) ? $"{Text} – {Subtitle}" : Text;

    // A sentence, or the end of one, is running text below the title; a label belongs to the value beside it.
    private static bool IsName(string line) =>
        line.Length > 3 && !char.IsLower(line[0]) && line[^1] is not ('.' or ':') && line.AsSpan().Count(' ') is > 0 and < MostWords;
}
