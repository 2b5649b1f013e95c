using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>The index of facts, passages, codes and vectors. SQLite is the embedded one; a server can stand behind it too.</summary>
public interface IKnowledgeIndex : IAsyncDisposable
{
    /// <summary>What the index holds, and by which embedding model.</summary>
    Task<IndexInfo> GetInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces a document by its new content, in one step: a reader sees the old one or the new one.</summary>
    /// <returns>What changed, fact by fact.</returns>
    Task<SheetChange> ReplaceAsync(IndexedSheet sheet, CancellationToken cancellationToken = default);

    /// <summary>Removes a document.</summary>
    /// <returns>False where there was none of that name.</returns>
    Task<bool> RemoveAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>All documents, by name.</summary>
    Task<IReadOnlyList<IndexedDocument>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One document with all its facts and passages; null where there is none of that name.</summary>
    Task<SpecSheet?> FindAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>One document with its vectors, as another index takes it in; null where there is none of that name.</summary>
    Task<IndexedSheet?> ExportAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>What the last replacement of a document changed, and when; null where it was never replaced.</summary>
    Task<SheetChange?> FindLastChangeAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>Checks that everything in the index is whole and agrees with everything else.</summary>
    /// <returns>What is wrong, one sentence each; empty: nothing.</returns>
    Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default);

    /// <summary>Copies the last committed content to a file while the index is read and written.</summary>
    Task BackupAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Opens a consistent view of the last committed content; cheap, and to be disposed after each question.</summary>
    ValueTask<IKnowledgeSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default);
}
