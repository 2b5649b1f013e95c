using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Isolation;

/// <summary>What a reading process answers: a sheet, or why the file was set aside.</summary>
/// <param name="Sheet">What was understood.</param>
/// <param name="SetAside">Why the file was set aside.</param>
internal sealed record SheetWorkerReply(SpecSheet? Sheet, string? SetAside)
{
    /// <summary>As the reader's callers know it.</summary>
    public SheetReading ToReading() => Sheet is not null ? SheetReading.Of(Sheet) : SheetReading.Aside(SetAside ?? "");
}
