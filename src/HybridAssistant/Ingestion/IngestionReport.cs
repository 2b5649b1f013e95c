using System.Collections.Immutable;

namespace HybridAssistant.Ingestion;

/// <summary>The outcome of one run.</summary>
/// <param name="Results">One result a document, by name.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record IngestionReport(ImmutableArray<IngestionResult> Results, TimeSpan Elapsed)
{
    /// <summary>Whether every sheet went in.</summary>
    public bool IsComplete => Results.All(result => result.Outcome != IngestionOutcome.SetAside);

    /// <summary>Number of documents with this outcome.</summary>
    public int Count(IngestionOutcome outcome) => Results.Count(result => result.Outcome == outcome);
}
