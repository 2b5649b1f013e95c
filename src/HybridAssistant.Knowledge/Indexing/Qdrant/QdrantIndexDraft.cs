using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using HybridAssistant.Knowledge.Indexing.Qdrant.Writing;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>
/// A new collection beside the one in use, behind an alias of its own. While it is filled the writer's turn on the one in use is
/// held: what others would write there meanwhile would be lost.
/// </summary>
internal sealed class QdrantIndexDraft : IIndexDraft
{
    private readonly QdrantConnection _connection;
    private readonly QdrantKnowledgeIndex _index;
    private readonly QdrantCollections _live;
    private readonly QdrantCollections _draft;
    private readonly IndexState? _replaced;
    private readonly QdrantLease? _lease;
    private readonly TimeProvider _time;

    private QdrantIndexDraft(
        QdrantConnection connection, QdrantKnowledgeIndex index, QdrantCollections live, QdrantCollections draft, IndexState? replaced, QdrantLease? lease, TimeProvider time)
    {
        (_connection, _index, _live, _draft, _replaced, _lease, _time) = (connection, index, live, draft, replaced, lease, time);
    }

    /// <inheritdoc/>
    public IKnowledgeIndex Index => _index;

    /// <summary>Begins an empty collection; what a draft that was cut off left is removed.</summary>
    public static async Task<QdrantIndexDraft> BeginAsync(
        QdrantConnection connection, string? embedderFingerprint, TimeProvider time, CancellationToken cancellationToken)
    {
        var live = new QdrantCollections(connection, CollectionTarget.Live(connection.Options));
        var draft = new QdrantCollections(connection, CollectionTarget.Draft(connection.Options));
        IndexState? state = await ReadStateAsync(connection, live, cancellationToken).ConfigureAwait(false);
        QdrantLease? lease = state is null ? null : await QdrantLease.TakeAsync(connection, state.Collection, time, cancellationToken).ConfigureAwait(false);
        try
        {
            await RemoveAsync(live, draft, cancellationToken).ConfigureAwait(false);
            LineLengths lengths = await LengthsAsync(connection, state, cancellationToken).ConfigureAwait(false);
            return new QdrantIndexDraft(
                connection, new QdrantKnowledgeIndex(connection, draft.Target, embedderFingerprint, lengths, time), live, draft, state, lease, time);
        }
        catch
        {
            if (lease is not null)
            {
                await lease.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async Task PublishAsync(CancellationToken cancellationToken = default)
    {
        string filled = await _draft.CurrentAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new KnowledgeIndexException("No document went into the new index; the one in use stays. Ingest documents, then run 'hybrid index rebuild' again.");
        if (_replaced is not null)
        {
            await CopyChangesAsync(_replaced, filled, cancellationToken).ConfigureAwait(false);
        }

        _lease?.Left();
        await _live.TakeOverAsync(filled, _draft.Target.Alias, cancellationToken).ConfigureAwait(false);
        if (_replaced is not null && _lease is not null)
        {
            // Questions that are under way go on in the replaced collection: 'hybrid index prune' removes it.
            var points = new PointWriter(_connection, _replaced.Collection, _lease.Left);
            IndexState superseded = _replaced with { SupersededAt = _time.GetUtcNow().ToUnixTimeMilliseconds() };
            await points.UpsertAsync([superseded.ToPoint()], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _index.DisposeAsync().ConfigureAwait(false);
        try
        {
            await RemoveAsync(_live, _draft, CancellationToken.None).ConfigureAwait(false);
        }
        catch (KnowledgeIndexException)
        {
            // The next draft removes it, and verify names it.
        }

        if (_lease is not null)
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A collection of another format, or of another program, is replaced as it is: no turn on it can be held.
    private static async Task<IndexState?> ReadStateAsync(QdrantConnection connection, QdrantCollections live, CancellationToken cancellationToken)
    {
        try
        {
            return await new QdrantReader(connection, live.Target.Alias).ReadStateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IndexFormatException)
        {
            return null;
        }
    }

    private static async Task RemoveAsync(QdrantCollections live, QdrantCollections draft, CancellationToken cancellationToken)
    {
        if (await draft.CurrentAsync(cancellationToken).ConfigureAwait(false) is { } left)
        {
            // A publication that was cut off in the middle has left its alias on the collection in use.
            bool isInUse = await live.CurrentAsync(cancellationToken).ConfigureAwait(false) == left;
            await draft.RemoveAliasAsync(cancellationToken).ConfigureAwait(false);
            if (!isInUse)
            {
                await draft.DeleteAsync(left, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<LineLengths> LengthsAsync(QdrantConnection connection, IndexState? state, CancellationToken cancellationToken)
    {
        if (state is null)
        {
            return LineLengths.Default;
        }

        using var views = new QdrantViews(connection);
        return (await views.GetAsync(state, cancellationToken).ConfigureAwait(false)).MeasureLengths();
    }

    // What the last replacements changed cannot be told from the documents again.
    private async Task CopyChangesAsync(IndexState replaced, string filled, CancellationToken cancellationToken)
    {
        var there = (await _index.ListAsync(cancellationToken).ConfigureAwait(false)).Select(document => document.Document).ToHashSet(StringComparer.Ordinal);
        List<RetrievedPoint> changes = await new QdrantReader(_connection, replaced.Collection).ScrollAsync(
            PointConditions.AllOf([PointConditions.Kind(PointKind.Change), .. PointConditions.Visible(replaced.Generation)]), true, vectors: null, cancellationToken).ConfigureAwait(false);
        IEnumerable<PointStruct> copies = changes.Select(change => ChangePoint.Read(change.Payload)).Where(change => there.Contains(change.Document)).Select(change =>
        {
            PointStruct point = new PointMaker(change.Document, 0).Make(PointKind.Change, 0);
            ChangePoint.Write(point.Payload, change);
            return point;
        });
        await new PointWriter(_connection, filled, _lease is null ? () => _connection.Options.CallTimeout : _lease.Left)
            .UpsertAsync(copies, cancellationToken).ConfigureAwait(false);
    }
}
