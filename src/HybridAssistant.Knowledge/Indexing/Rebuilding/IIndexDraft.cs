namespace HybridAssistant.Knowledge.Indexing.Rebuilding;

/// <summary>A new index that nobody reads yet. Disposing it removes what was not published.</summary>
public interface IIndexDraft : IAsyncDisposable
{
    /// <summary>The new index, to be filled; the draft disposes it.</summary>
    IKnowledgeIndex Index { get; }

    /// <summary>
    /// Puts the new index in the place of the one in use, in one step: a reader sees the old one or the new one. What the last
    /// replacements of documents changed goes with it where the old index can still be read.
    /// </summary>
    /// <exception cref="KnowledgeIndexException">It cannot be done; the index in use stays as it is.</exception>
    Task PublishAsync(CancellationToken cancellationToken = default);
}
