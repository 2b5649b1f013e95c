using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Copying;
using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>
/// The index on a Qdrant server or cluster, shared by any number of readers and writers. All points of a corpus are in one
/// collection; each says from which generation to which it is seen, and one small point says which generation is seen now.
/// An index that does not exist yet is empty; the first write makes it.
/// </summary>
public sealed class QdrantKnowledgeIndex : IGenerationalIndex
{
    private readonly QdrantConnection _connection;
    private readonly string? _embedderFingerprint;
    private readonly TimeProvider _time;
    private readonly QdrantCollections _collections;
    private readonly QdrantViews _views;
    private readonly QdrantTurns _turns;
    private readonly TermRarities _rarities = new();

    /// <summary>An index; nothing is asked of the server yet.</summary>
    /// <param name="connection">The connection; its owner disposes it.</param>
    /// <param name="embedderFingerprint">Fingerprint of the embedding model; null: the index is used without vectors.</param>
    /// <param name="time">The clock.</param>
    public QdrantKnowledgeIndex(QdrantConnection connection, string? embedderFingerprint, TimeProvider time)
        : this(connection, CollectionTarget.Live((connection ?? throw new ArgumentNullException(nameof(connection))).Options), embedderFingerprint, LineLengths.Default, time)
    {
    }

    internal QdrantKnowledgeIndex(
        QdrantConnection connection, CollectionTarget target, string? embedderFingerprint, LineLengths lengths, TimeProvider time)
    {
        _connection = connection;
        _embedderFingerprint = embedderFingerprint;
        _time = time;
        _collections = new QdrantCollections(connection, target);
        _views = new QdrantViews(connection);
        _turns = new QdrantTurns(connection, _collections, _views, lengths, time);
    }

    private string Location => $"{_connection.Options.Address.TrimEnd('/')}/{_collections.Target.Alias}";

    /// <inheritdoc/>
    public async Task<IndexInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        QdrantSnapshot? snapshot = await OpenAsync(cancellationToken).ConfigureAwait(false);
        QdrantView? view = snapshot?.View;
        return new IndexInfo(
            Location,
            IndexState.CurrentFormat,
            view?.Version ?? QdrantView.EmptyVersion,
            view?.Documents.Length ?? 0,
            view?.Documents.Count(document => document.SupersededBy is not null) ?? 0,
            view?.Documents.Sum(document => document.FactCount) ?? 0,
            view?.Documents.Sum(document => document.PassageCount) ?? 0,
            view?.Held.Sum(held => held.PrintedCodes) ?? 0,
            view?.State.Embedder,
            view?.State.Dimensions ?? 0);
    }

    /// <inheritdoc/>
    public async Task<SheetChange> ReplaceAsync(IndexedSheet sheet, CancellationToken cancellationToken = default)
    {
        IndexedSheetRules.Check(sheet);
        int dimensions = VectorLength.Of(sheet) ?? 0;
        return (await _turns.RunAsync(
            turn => new SheetReplacement(turn, Location, _time.GetUtcNow()).ReplaceAsync(sheet, cancellationToken), dimensions, cancellationToken).ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string document, CancellationToken cancellationToken = default) => _turns.RunAsync(
        turn => new SheetReplacement(turn, Location, _time.GetUtcNow()).RemoveAsync(document, cancellationToken), dimensions: null, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexedDocument>> ListAsync(CancellationToken cancellationToken = default) =>
        await OpenAsync(cancellationToken).ConfigureAwait(false) is { } snapshot ? snapshot.Documents : [];

    /// <inheritdoc/>
    public async Task<SpecSheet?> FindAsync(string document, CancellationToken cancellationToken = default) =>
        await SheetsAsync(cancellationToken).ConfigureAwait(false) is { } sheets ? await sheets.FindAsync(document, cancellationToken).ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async Task<IndexedSheet?> ExportAsync(string document, CancellationToken cancellationToken = default) =>
        await SheetsAsync(cancellationToken).ConfigureAwait(false) is { } sheets ? await sheets.ExportAsync(document, cancellationToken).ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async Task<SheetChange?> FindLastChangeAsync(string document, CancellationToken cancellationToken = default) =>
        await SheetsAsync(cancellationToken).ConfigureAwait(false) is { } sheets ? await sheets.FindLastChangeAsync(document, cancellationToken).ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        QdrantSnapshot? snapshot = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (snapshot is null)
        {
            return [];
        }

        IReadOnlyList<string> faults = await new QdrantVerifier(snapshot.Reader, snapshot.View).VerifyAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<(string, long)> others = await Pruner().FindOthersAsync(
            snapshot.Reader.Collection, DateTimeOffset.UnixEpoch, isOwnTurn: false, cancellationToken).ConfigureAwait(false);
        return [.. faults, .. others.Select(QdrantPruner.Describe)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RepairAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string>? mended = await _turns.RunAsync<IReadOnlyList<string>>(
            turn => Task.FromResult(turn.Mended), dimensions: null, cancellationToken).ConfigureAwait(false);
        return mended ?? [];
    }

    /// <inheritdoc/>
    public async Task<long> CountReplacedAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = _time.GetUtcNow() - olderThan;
        if (await OpenAsync(cancellationToken).ConfigureAwait(false) is not { } snapshot)
        {
            return 0;
        }

        long points = await snapshot.Reader.CountAsync(QdrantPruner.Replaced(snapshot.View.State, before), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<(string, long Points)> others = await Pruner().FindOthersAsync(
            snapshot.Reader.Collection, before, isOwnTurn: false, cancellationToken).ConfigureAwait(false);
        return points + others.Sum(other => other.Points);
    }

    /// <inheritdoc/>
    public async Task<long> PruneAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = _time.GetUtcNow() - olderThan;
        return await _turns.RunAsync(
            async turn =>
            {
                long points = await QdrantPruner.PruneAsync(turn, before, cancellationToken).ConfigureAwait(false);
                foreach ((string collection, long others) in await Pruner().FindOthersAsync(turn.Reader.Collection, before, isOwnTurn: true, cancellationToken).ConfigureAwait(false))
                {
                    await _collections.DeleteAsync(collection, cancellationToken).ConfigureAwait(false);
                    points += others;
                }

                return points;
            },
            dimensions: null,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The file is an index of SQLite, which answers like this one and needs no server.</remarks>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default) =>
        BackupFile.WriteAsync(this, path, _time, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IKnowledgeSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default) =>
        (IKnowledgeSnapshot?)await OpenAsync(cancellationToken).ConfigureAwait(false) ?? EmptySnapshot.Instance;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _turns.Dispose();
        _views.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<QdrantSheets?> SheetsAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken).ConfigureAwait(false) is { } snapshot ? new QdrantSheets(snapshot.Reader, snapshot.View) : null;

    private QdrantPruner Pruner() => new(_connection, _collections, _time);

    private async Task<QdrantSnapshot?> OpenAsync(CancellationToken cancellationToken)
    {
        var alias = new QdrantReader(_connection, _collections.Target.Alias);
        if (await alias.ReadStateAsync(cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return null;
        }

        if (_embedderFingerprint is { } configured && configured != state.Embedder && state.Documents > 0)
        {
            throw new EmbedderMismatchException(Location, state.Embedder, configured);
        }

        // All that follows goes to the collection itself: the alias may mean another one by then.
        QdrantView view = await _views.GetAsync(state, cancellationToken).ConfigureAwait(false);
        var reader = new QdrantReader(_connection, state.Collection);
        return new QdrantSnapshot(
            reader, view, new LaneRequests(_connection.Options.Exact), new WordLanes(reader, view, _rarities), _connection.Options.Fusion);
    }
}
