using HybridAssistant.Knowledge.Indexing.Hybrid;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>A view of an index that does not exist yet.</summary>
internal sealed class EmptySnapshot : IKnowledgeSnapshot
{
    /// <summary>The view.</summary>
    public static EmptySnapshot Instance { get; } = new();

    /// <inheritdoc/>
    public string Version => QdrantView.EmptyVersion;

    /// <inheritdoc/>
    public IReadOnlyList<IndexedDocument> Documents => [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ScoredEntry>> SearchTextAsync(
        IReadOnlyList<string> terms, EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ScoredEntry>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ScoredEntry>> SearchVectorsAsync(
        ReadOnlyMemory<float> query, EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ScoredEntry>>([]);

    /// <inheritdoc/>
    public Task<FusedSearch> SearchHybridAsync(HybridQuery query, CancellationToken cancellationToken = default) =>
        Task.FromResult(new FusedSearch([], new Dictionary<string, double>()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindCodesAsync(
        string normalizedCode, bool prefix, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CodeMatch>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindSimilarCodesAsync(
        string normalizedCode, int maxEdits, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CodeMatch>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IndexEntry>> GetFactsAsync(EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<IndexEntry>>([]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
