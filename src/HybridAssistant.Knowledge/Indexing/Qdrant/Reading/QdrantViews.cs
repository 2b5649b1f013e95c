using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Keeps the view of the last generation; of the next one only what changed is read.</summary>
internal sealed class QdrantViews(QdrantConnection connection) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private QdrantView? _view;

    /// <summary>The view of a state.</summary>
    public async Task<QdrantView> GetAsync(IndexState state, CancellationToken cancellationToken)
    {
        if (Held(state) is { } held)
        {
            return held;
        }

        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Held(state) is { } loaded)
            {
                return loaded;
            }

            QdrantView? earlier = Volatile.Read(ref _view);
            QdrantView view = await LoadAsync(state, earlier, cancellationToken).ConfigureAwait(false);
            if (earlier is null || earlier.State.Collection != state.Collection || earlier.State.Generation < state.Generation)
            {
                Volatile.Write(ref _view, view);
            }

            return view;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private QdrantView? Held(IndexState state) =>
        Volatile.Read(ref _view) is { } view && view.State.Collection == state.Collection && view.State.Generation == state.Generation ? view : null;

    private async Task<QdrantView> LoadAsync(IndexState state, QdrantView? earlier, CancellationToken cancellationToken)
    {
        var reader = new QdrantReader(connection, state.Collection);
        if (earlier is not null && earlier.State.Collection == state.Collection && earlier.State.Generation < state.Generation)
        {
            QdrantView changed = await LoadChangesAsync(reader, state, earlier, cancellationToken).ConfigureAwait(false);
            // What was removed and pruned since the earlier view cannot be seen any more: then all is read.
            if (changed.IsWhole)
            {
                return changed;
            }
        }

        return new QdrantView(state, await LoadAsync(reader, PointConditions.Visible(state.Generation), cancellationToken).ConfigureAwait(false));
    }

    private static async Task<QdrantView> LoadChangesAsync(QdrantReader reader, IndexState state, QdrantView earlier, CancellationToken cancellationToken)
    {
        long before = earlier.State.Generation;
        Task<List<HeldDocument>> added = LoadAsync(
            reader, [.. PointConditions.Visible(state.Generation), PointConditions.Between(Field.From, before + 1, null)], cancellationToken);
        Task<List<HeldDocument>> removed = LoadAsync(
            reader, [PointConditions.Between(Field.From, null, before), PointConditions.Between(Field.To, before + 1, state.Generation)], cancellationToken);
        var documents = earlier.Held.ToDictionary(held => held.Document.Document, StringComparer.Ordinal);
        foreach (HeldDocument held in await removed.ConfigureAwait(false))
        {
            documents.Remove(held.Document.Document);
        }

        foreach (HeldDocument held in await added.ConfigureAwait(false))
        {
            documents[held.Document.Document] = held;
        }

        return new QdrantView(state, documents.Values);
    }

    private static async Task<List<HeldDocument>> LoadAsync(QdrantReader reader, IEnumerable<Condition> conditions, CancellationToken cancellationToken)
    {
        var hidden = new PayloadExcludeSelector();
        hidden.Fields.AddRange(DocumentPoint.SheetFields);
        List<RetrievedPoint> points = await reader.ScrollAsync(
            PointConditions.AllOf([PointConditions.Kind(PointKind.Document), .. conditions]),
            new WithPayloadSelector { Exclude = hidden }, vectors: null, cancellationToken).ConfigureAwait(false);
        return [.. points.Select(point => DocumentPoint.Read(point.Payload))];
    }
}
