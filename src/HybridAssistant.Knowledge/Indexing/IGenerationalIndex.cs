namespace HybridAssistant.Knowledge.Indexing;

/// <summary>
/// An index that is written by generations: readers that are still at it find replaced content in its place, and a writer that
/// ended in the middle leaves an unfinished generation, which no reader sees. (SQLite's transactions leave neither.)
/// </summary>
public interface IGenerationalIndex : IKnowledgeIndex
{
    /// <summary>Removes what writers that ended in the middle left behind.</summary>
    /// <returns>What was mended, one sentence each; empty: nothing was left.</returns>
    /// <exception cref="KnowledgeIndexException">A writer is at work, or the server cannot be reached.</exception>
    Task<IReadOnlyList<string>> RepairAsync(CancellationToken cancellationToken = default);

    /// <summary>Number of entries (points) that were replaced at least so long ago.</summary>
    Task<long> CountReplacedAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);

    /// <summary>Removes the entries that were replaced at least so long ago; a reader that is still at them sees them vanish.</summary>
    /// <returns>Number of entries removed.</returns>
    /// <exception cref="KnowledgeIndexException">A writer is at work, or the server cannot be reached.</exception>
    Task<long> PruneAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);
}
