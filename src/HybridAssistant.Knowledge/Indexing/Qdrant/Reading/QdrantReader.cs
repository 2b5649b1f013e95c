using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Reads the points of one collection.</summary>
/// <param name="connection">The connection.</param>
/// <param name="collection">The collection, or an alias of it.</param>
internal sealed class QdrantReader(QdrantConnection connection, string collection)
{
    // A payload is about 1 KB, a dense vector 1.5 KB: a page stays well below what a client takes in one answer.
    private const uint PageWithoutVectors = 1_000;
    private const uint PageWithVectors = 256;

    /// <summary>The connection.</summary>
    public QdrantConnection Connection => connection;

    /// <summary>The collection.</summary>
    public string Collection => collection;

    /// <summary>The state of the collection.</summary>
    /// <returns>Null where there is no collection of that name.</returns>
    /// <exception cref="KnowledgeIndexException">The collection holds no index, or one of another format.</exception>
    public async Task<IndexState?> ReadStateAsync(CancellationToken cancellationToken)
    {
        RetrievedPoint? point;
        try
        {
            point = await FindAsync(PointIds.Meta, limit: null, cancellationToken).ConfigureAwait(false);
        }
        catch (KnowledgeIndexException exception) when (QdrantErrors.IsNotFound(exception))
        {
            return null;
        }

        string location = $"{connection.Options.Address}/{collection}";
        IndexState state = point is null
            ? throw new KnowledgeIndexException($"The collection '{location}' was not made by this program. Set Index:Qdrant:Collection to another name.")
            : IndexState.Read(point);
        return state.Format == IndexState.CurrentFormat ? state : throw new IndexFormatException(location, state.Format, IndexState.CurrentFormat);
    }

    /// <summary>One point with its payload; null where there is none of that id.</summary>
    public async Task<RetrievedPoint?> FindAsync(PointId id, Func<TimeSpan>? limit, CancellationToken cancellationToken)
    {
        var condition = new HasIdCondition();
        condition.HasId.Add(id);
        var request = new ScrollPoints
        {
            CollectionName = collection,
            Filter = new Condition { HasId = condition },
            Limit = 1,
            WithPayload = true,
            WithVectors = false,
        };
        ScrollResponse answer = await connection.CallAsync((client, call) => client.Points.ScrollAsync(request, call), limit, cancellationToken).ConfigureAwait(false);
        return answer.Result.FirstOrDefault();
    }

    /// <summary>All points that meet a filter, in no order.</summary>
    public async Task<List<RetrievedPoint>> ScrollAsync(
        Filter filter, WithPayloadSelector payload, IReadOnlyList<string>? vectors, CancellationToken cancellationToken)
    {
        var points = new List<RetrievedPoint>();
        PointId? next = null;
        do
        {
            var request = new ScrollPoints
            {
                CollectionName = collection,
                Filter = filter,
                Offset = next,
                Limit = vectors is null ? PageWithoutVectors : PageWithVectors,
                WithPayload = payload,
                WithVectors = vectors is null ? new WithVectorsSelector { Enable = false } : Named(vectors),
            };
            ScrollResponse page = await connection.CallAsync((client, call) => client.Points.ScrollAsync(request, call), cancellationToken).ConfigureAwait(false);
            points.AddRange(page.Result);
            next = page.NextPageOffset;
        }
        while (next is not null);
        return points;
    }

    /// <summary>Number of points that meet a filter.</summary>
    public async Task<long> CountAsync(Filter filter, CancellationToken cancellationToken)
    {
        var request = new CountPoints { CollectionName = collection, Filter = filter, Exact = true };
        CountResponse answer = await connection.CallAsync((client, call) => client.Points.CountAsync(request, call), cancellationToken).ConfigureAwait(false);
        return (long)answer.Result.Count;
    }

    /// <summary>Ranked points.</summary>
    public async Task<IReadOnlyList<ScoredPoint>> QueryAsync(QueryPoints request, CancellationToken cancellationToken)
    {
        request.CollectionName = collection;
        QueryResponse answer = await connection.CallAsync((client, call) => client.Points.QueryAsync(request, call), cancellationToken).ConfigureAwait(false);
        return answer.Result;
    }

    private static WithVectorsSelector Named(IReadOnlyList<string> names)
    {
        var selector = new VectorsSelector();
        selector.Names.AddRange(names);
        return new WithVectorsSelector { Include = selector };
    }
}
