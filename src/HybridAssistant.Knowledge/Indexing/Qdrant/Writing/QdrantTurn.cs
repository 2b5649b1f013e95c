using System.Globalization;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>One writer's turn on one collection: the generation that readers see, and the next one.</summary>
internal sealed class QdrantTurn(QdrantConnection connection, QdrantView view, QdrantLease lease, TimeProvider time)
{
    // A replica that was not asked to write may answer a read a moment later.
    private const int ReadsOfLaggingReplica = 10;
    private static readonly TimeSpan PauseForReplica = TimeSpan.FromMilliseconds(100);

    /// <summary>What readers see.</summary>
    public QdrantView View => view;

    /// <summary>The generation that is being written.</summary>
    public long Generation { get; } = view.State.Generation + 1;

    /// <summary>Reads the collection.</summary>
    public QdrantReader Reader { get; } = new(connection, view.State.Collection);

    /// <summary>Writes the collection.</summary>
    public PointWriter Points { get; } = new(connection, view.State.Collection, lease.Left);

    /// <summary>What was left by writers that ended in the middle, and was removed; one sentence each.</summary>
    public IReadOnlyList<string> Mended { get; private set; } = [];

    /// <summary>Current points of a document, of some kinds.</summary>
    public Filter CurrentOf(string document, params IReadOnlyList<string> kinds) => PointConditions.AllOf(
        PointConditions.Document(document),
        PointConditions.Kind(kinds),
        PointConditions.Between(Field.From, null, Generation - 1),
        PointConditions.Between(Field.To, PointMaker.Current, null));

    /// <summary>Removes what writers that ended in the middle left.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        long generation = view.State.Generation;
        if (await Reader.CountAsync(PointConditions.Unfinished(generation), cancellationToken).ConfigureAwait(false) == 0)
        {
            return;
        }

        // By their ids: a filter may be applied once more, to other points, when a server starts after a crash.
        List<RetrievedPoint> written = await Reader.ScrollAsync(
            PointConditions.AllOf(PointConditions.Between(Field.From, generation + 1, null)), false, vectors: null, cancellationToken).ConfigureAwait(false);
        await Points.DeleteAsync(written.Select(point => point.Id), cancellationToken).ConfigureAwait(false);
        List<RetrievedPoint> marked = await Reader.ScrollAsync(
            PointConditions.AllOf(PointConditions.Between(Field.To, generation + 1, PointMaker.Current - 1)), false, vectors: null, cancellationToken).ConfigureAwait(false);
        await Points.RestoreAsync(marked.Select(point => point.Id), cancellationToken).ConfigureAwait(false);
        Mended =
        [
            .. written.Count > 0 ? (string[])[string.Create(CultureInfo.InvariantCulture, $"{written.Count} points of a generation that was never finished were removed.")] : [],
            .. marked.Count > 0 ? (string[])[string.Create(CultureInfo.InvariantCulture, $"{marked.Count} points that a generation that was never finished had marked as replaced are current again.")] : [],
        ];
    }

    /// <summary>Has readers see the generation that was written: one conditional write of one point.</summary>
    /// <param name="documents">Digests of its documents.</param>
    /// <param name="embedder">The model of its vectors.</param>
    /// <param name="cancellationToken">Ends it; whether it was committed is then not known.</param>
    /// <exception cref="KnowledgeIndexException">Another writer came between.</exception>
    public async Task CommitAsync(IReadOnlyCollection<long> documents, string? embedder, CancellationToken cancellationToken)
    {
        IndexState next = view.State with
        {
            Generation = Generation,
            Embedder = embedder,
            Documents = documents.Count,
            Version = SheetDigest.Version(documents),
            Writer = lease.Holder,
        };
        Filter isStillCurrent = PointConditions.AllOf(PointConditions.Between(Field.Generation, Generation - 1, Generation - 1));
        await Points.UpsertAsync(next.ToPoint(), isStillCurrent, cancellationToken).ConfigureAwait(false);
        if (!await IsCommittedAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new KnowledgeIndexException(
                $"Another writer changed '{Reader.Collection}' in this one's turn; readers see nothing of what was written here. Try again; where it happens often, raise Index:Qdrant:LeaseSeconds.");
        }
    }

    /// <summary>Says of the collection that another one has taken its place.</summary>
    public Task SupersedeCollectionAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        Points.UpsertAsync([(view.State with { SupersededAt = at.ToUnixTimeMilliseconds() }).ToPoint()], cancellationToken);

    private async Task<bool> IsCommittedAsync(CancellationToken cancellationToken)
    {
        for (int read = 1; ; read++)
        {
            IndexState? state = await Reader.ReadStateAsync(cancellationToken).ConfigureAwait(false);
            if (state?.Generation >= Generation || read == ReadsOfLaggingReplica)
            {
                return state?.Generation == Generation && state.Writer == lease.Holder;
            }

            await Task.Delay(PauseForReplica, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
