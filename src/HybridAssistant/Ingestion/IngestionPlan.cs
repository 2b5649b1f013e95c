using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>What a run has to do.</summary>
/// <param name="Files">PDFs to take in, by path.</param>
/// <param name="SetAside">PDFs that are left out because another one has their name.</param>
/// <param name="Gone">Documents whose PDF is gone from under the paths.</param>
internal sealed record IngestionPlan(
    ImmutableArray<SourceFile> Files, ImmutableArray<IngestionResult> SetAside, ImmutableArray<IndexedDocument> Gone);
