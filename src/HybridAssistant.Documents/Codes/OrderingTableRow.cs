namespace HybridAssistant.Documents.Codes;

/// <summary>One row of an ordering table.</summary>
/// <param name="Position">What the position is called, as printed ("AAA Range", "1 Supply"); empty where the table names none.</param>
/// <param name="Codes">The code, or several joined by commas, as printed.</param>
/// <param name="Meaning">What it stands for, as printed.</param>
internal sealed record OrderingTableRow(string Position, string Codes, string Meaning)
{
    /// <summary>The codes one by one; none where the cell refers elsewhere ("see table").</summary>
    public string[] CodeList =>
    [
        .. Codes.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(c => c is "(none)" or "none" or "–" or "-" or "—" ? "" : c)
            .Where(c => c.Length <= 12 && !c.Contains(' ', StringComparison.Ordinal)),
    ];
}
