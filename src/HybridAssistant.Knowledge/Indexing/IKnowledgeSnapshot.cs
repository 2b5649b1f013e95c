using HybridAssistant.Knowledge.Indexing.Hybrid;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>A consistent view of the index, in which one question is answered from start to end.</summary>
public interface IKnowledgeSnapshot : IAsyncDisposable
{
    /// <summary>Version of the content; changes with every commit.</summary>
    string Version { get; }

    /// <summary>Documents that may be answered from (superseded ones are marked).</summary>
    IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>
    /// BM25 over the lines of facts and passages, best first; ties by order of appearance. Terms are OR-ed; stop words
    /// are the caller's to leave out. A code is found however it is typed, in one term or in several that follow each
    /// other ("KX-200", "kx200", "kx" "200").
    /// </summary>
    Task<IReadOnlyList<ScoredEntry>> SearchTextAsync(
        IReadOnlyList<string> terms, EntryFilter filter, int limit, CancellationToken cancellationToken = default);

    /// <summary>Nearest entries by cosine. Empty where the index has no vectors.</summary>
    Task<IReadOnlyList<ScoredEntry>> SearchVectorsAsync(
        ReadOnlyMemory<float> query, EntryFilter filter, int limit, CancellationToken cancellationToken = default);

    /// <summary>Words and vectors over facts and passages, each lane ranked apart, fused by reciprocal ranks.</summary>
    Task<FusedSearch> SearchHybridAsync(HybridQuery query, CancellationToken cancellationToken = default);

    /// <summary>Codes equal to, or starting with, a normalised code, and the documents that print them.</summary>
    Task<IReadOnlyList<CodeMatch>> FindCodesAsync(
        string normalizedCode, bool prefix, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Printed codes that differ from a normalised code by at most <paramref name="maxEdits"/> characters inserted,
    /// left out, replaced or swapped, nearest first: for asking "did you mean". The code itself is not among them.
    /// </summary>
    Task<IReadOnlyList<CodeMatch>> FindSimilarCodesAsync(
        string normalizedCode, int maxEdits, int limit, CancellationToken cancellationToken = default);

    /// <summary>All quotable facts that pass the filter, in document order: for questions over several products.</summary>
    Task<IReadOnlyList<IndexEntry>> GetFactsAsync(EntryFilter filter, int limit, CancellationToken cancellationToken = default);
}
