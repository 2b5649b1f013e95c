namespace HybridAssistant.Knowledge.Indexing.Copying;

/// <summary>What a copy did.</summary>
/// <param name="Copied">Documents written to the target.</param>
/// <param name="AlreadyThere">Documents that the target had already.</param>
/// <param name="Removed">Documents of the target that the source does not have, removed.</param>
/// <param name="Version">Version of the content, now the same in both.</param>
public sealed record IndexCopyReport(int Copied, int AlreadyThere, int Removed, string Version);
