using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Ingestion;

/// <summary>A PDF that was read: either what it states, or what became of it already.</summary>
/// <param name="Source">The PDF; null where it was settled without reading it.</param>
/// <param name="Sheet">What was understood; null where <paramref name="Settled"/> says why there is none.</param>
/// <param name="Settled">Unchanged or set aside; null where the sheet goes on into the index.</param>
internal sealed record SourceContent(SourcePdf? Source, SpecSheet? Sheet, IngestionResult? Settled)
{
    /// <summary>A PDF that does not go into the index.</summary>
    public static SourceContent Of(string origin, string document, IngestionOutcome outcome, string? reason = null) =>
        new(null, null, new IngestionResult(document, origin, outcome) { Reason = reason });
}
