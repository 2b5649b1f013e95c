namespace HybridAssistant.Documents.Revisions;

/// <summary>Which issue of a sheet this is.</summary>
/// <param name="Mark">As printed ("B", "1.4"); null where none is printed.</param>
/// <param name="Date">Date of the issue, the first of the month or year where no more is printed; null where none is printed.</param>
internal sealed record SheetRevision(string? Mark, DateOnly? Date)
{
    /// <summary>Nothing printed.</summary>
    public static SheetRevision None { get; } = new(null, null);
}
