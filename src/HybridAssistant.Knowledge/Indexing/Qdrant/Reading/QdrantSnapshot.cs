using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Hybrid;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;
using TextQuery = HybridAssistant.Knowledge.Indexing.Text.TextQuery;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>One generation of one collection: whatever is committed meanwhile, one question sees one state.</summary>
internal sealed class QdrantSnapshot(
    QdrantReader reader, QdrantView view, LaneRequests requests, WordLanes words, QdrantFusion fusion) : IKnowledgeSnapshot
{
    // Times the limit; ties that go deeper are cut in no order.
    private const ulong TieDepth = 4;

    /// <summary>What the snapshot sees.</summary>
    public QdrantView View => view;

    /// <summary>Reads the collection.</summary>
    public QdrantReader Reader => reader;

    /// <inheritdoc/>
    public string Version => view.Version;

    /// <inheritdoc/>
    public IReadOnlyList<IndexedDocument> Documents => view.Documents;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScoredEntry>> SearchTextAsync(
        IReadOnlyList<string> terms, EntryFilter filter, int limit, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> known = TextQuery.Terms(terms);
        if (known.Count == 0 || limit <= 0)
        {
            return [];
        }

        IReadOnlyList<PrefetchQuery> lanes = await words.PrepareAsync(known, new QdrantScope(filter, view), limit, cancellationToken).ConfigureAwait(false);
        return EntryOrder.Best(await AskAsync(lanes, limit, cancellationToken).ConfigureAwait(false), limit);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScoredEntry>> SearchVectorsAsync(
        ReadOnlyMemory<float> query, EntryFilter filter, int limit, CancellationToken cancellationToken = default)
    {
        var scope = new QdrantScope(filter, view);
        if (view.State.Embedder is null || limit <= 0 || !(scope.HasFacts || scope.HasPassages))
        {
            return [];
        }

        return EntryOrder.Best(
            await AskAsync([requests.Near(query.Span, scope.Entries(), limit)], limit, cancellationToken).ConfigureAwait(false), limit);
    }

    /// <inheritdoc/>
    public Task<FusedSearch> SearchHybridAsync(HybridQuery query, CancellationToken cancellationToken = default) =>
        fusion == QdrantFusion.Server
            ? new ServerFusion(reader, view, requests, words).SearchAsync(query, cancellationToken)
            : LaneSearch.SearchAsync(this, query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindCodesAsync(
        string normalizedCode, bool prefix, int limit, CancellationToken cancellationToken = default) =>
        new CodeSearch(reader, view).FindAsync(normalizedCode, prefix, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindSimilarCodesAsync(
        string normalizedCode, int maxEdits, int limit, CancellationToken cancellationToken = default) =>
        new CodeSearch(reader, view).FindSimilarAsync(normalizedCode, maxEdits, limit, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexEntry>> GetFactsAsync(EntryFilter filter, int limit, CancellationToken cancellationToken = default)
    {
        var scope = new QdrantScope(filter with { Kinds = EntryKinds.Facts }, view);
        var facts = new List<IndexEntry>();
        var pending = new Queue<IndexedDocument>(scope.HasFacts ? scope.Documents.Where(document => document.FactCount > 0) : []);
        // A filter may pass few facts of each document: each batch of documents is larger than the one before.
        for (int wanted = limit; facts.Count < limit && pending.Count > 0; wanted *= 4)
        {
            var batch = new List<string>();
            for (int count = 0; count < wanted && pending.TryDequeue(out IndexedDocument? document); count += document.FactCount)
            {
                batch.Add(document.Document);
            }

            List<RetrievedPoint> points = await reader.ScrollAsync(scope.FactsOf(batch), true, vectors: null, cancellationToken).ConfigureAwait(false);
            facts.AddRange(points.Select(point => FactPoint.Read(point.Payload))
                .OrderBy(entry => entry.Document, StringComparer.Ordinal)
                .ThenBy(entry => entry.Fact!.Ordinal)
                .Take(limit - facts.Count));
        }

        return facts;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<IEnumerable<ScoredEntry>> AskAsync(IEnumerable<PrefetchQuery> lanes, int limit, CancellationToken cancellationToken)
    {
        IReadOnlyList<ScoredPoint>[] found = await Task.WhenAll(lanes.Select(lane => AskAsync(lane, limit, cancellationToken))).ConfigureAwait(false);
        return found.SelectMany(points => points).Select(point => new ScoredEntry(EntryPoint.Read(point.Payload), point.Score));
    }

    // Lines of a table often score alike, and the server orders these in no way: where the cut would go through them, more are
    // asked for, so that the order of appearance decides.
    private async Task<IReadOnlyList<ScoredPoint>> AskAsync(PrefetchQuery lane, int limit, CancellationToken cancellationToken)
    {
        lane.Limit = (ulong)limit + 1;
        IReadOnlyList<ScoredPoint> found = await reader.QueryAsync(LaneRequests.Alone(lane, true), cancellationToken).ConfigureAwait(false);
        if (found.Count <= limit || found[limit].Score < found[limit - 1].Score)
        {
            return found;
        }

        lane.Limit = (ulong)limit * TieDepth;
        return await reader.QueryAsync(LaneRequests.Alone(lane, true), cancellationToken).ConfigureAwait(false);
    }
}
