namespace HybridAssistant.Ingestion;

/// <summary>One step of a run. <paramref name="Result"/> tells that a document is done.</summary>
/// <param name="Document">File name.</param>
/// <param name="Stage">What is being done with it.</param>
/// <param name="Done">Documents done so far.</param>
/// <param name="Total">Documents of the run.</param>
/// <param name="Result">What became of it; null while it is on its way.</param>
public readonly record struct IngestionProgress(
    string Document, IngestionStage Stage, int Done, int Total, IngestionResult? Result = null);
