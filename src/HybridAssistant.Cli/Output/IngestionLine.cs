using HybridAssistant.Ingestion;

namespace HybridAssistant.Cli.Output;

/// <summary>What became of a document, as `hybrid ingest --json` writes it.</summary>
internal sealed record IngestionLine(
    string Doc, string Source, string Outcome, string? Reason, int Pages, int Facts, int Passages, string[] Changes)
{
    public static IngestionLine Of(IngestionResult result) => new(
        result.Document,
        result.Source,
        result.Outcome switch
        {
            IngestionOutcome.SetAside => "set_aside",
            IngestionOutcome outcome => outcome.ToString().ToLowerInvariant(),
        },
        result.Reason,
        result.PageCount,
        result.FactCount,
        result.PassageCount,
        result is { Outcome: IngestionOutcome.Replaced, Change: { } change } ? [.. ChangeReport.Lines(change)] : []);
}
