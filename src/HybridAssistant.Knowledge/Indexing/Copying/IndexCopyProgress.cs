namespace HybridAssistant.Knowledge.Indexing.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Document">The document that is now in the target.</param>
/// <param name="Done">Documents that are in the target, those included that were there before.</param>
/// <param name="Total">Documents of the source.</param>
public sealed record IndexCopyProgress(string Document, int Done, int Total);
