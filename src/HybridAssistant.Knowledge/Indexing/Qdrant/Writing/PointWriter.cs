using Grpc.Core;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>
/// Writes the points of one collection in a writer's turn. Each write is answered only when it is applied and can be read, may be
/// sent twice, and has ended, one way or the other, before the turn is over.
/// </summary>
internal sealed class PointWriter(QdrantConnection connection, string collection, Func<TimeSpan> left)
{
    private const int IdsOfOneWrite = 1_000;

    /// <summary>Writes points in batches, several at once.</summary>
    public Task UpsertAsync(IEnumerable<PointStruct> points, CancellationToken cancellationToken)
    {
        QdrantOptions options = connection.Options;
        return Parallel.ForEachAsync(
            PointBatches.Cut(points, options.BatchPoints, options.BatchBytes),
            new ParallelOptions { MaxDegreeOfParallelism = options.BatchesInFlight, CancellationToken = cancellationToken },
            async (batch, cancel) =>
            {
                var request = new UpsertPoints { CollectionName = collection, Wait = true };
                request.Points.AddRange(batch);
                await WriteAsync((client, call) => client.Points.UpsertAsync(request, call), cancel).ConfigureAwait(false);
            });
    }

    /// <summary>Writes one point on the condition that the point that is there now meets a filter.</summary>
    public Task UpsertAsync(PointStruct point, Filter condition, CancellationToken cancellationToken)
    {
        UpsertPoints request = Conditional(collection, point, condition);
        return WriteAsync((client, call) => client.Points.UpsertAsync(request, call), cancellationToken);
    }

    /// <summary>The request that writes one point on a condition, in the same order on all replicas.</summary>
    public static UpsertPoints Conditional(string collection, PointStruct point, Filter condition)
    {
        var request = new UpsertPoints
        {
            CollectionName = collection,
            Wait = true,
            Ordering = new WriteOrdering { Type = WriteOrderingType.Strong },
            UpdateFilter = condition,
        };
        request.Points.Add(point);
        return request;
    }

    /// <summary>Marks points as replaced from a generation on.</summary>
    /// <param name="points">The points; of those current and written before the generation.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task SupersedeAsync(Filter points, long generation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var request = new SetPayloadPoints { CollectionName = collection, Wait = true, PointsSelector = new PointsSelector { Filter = points } };
        request.Payload.Set(Field.To, generation);
        request.Payload.Set(Field.SupersededAt, at.ToUnixTimeMilliseconds());
        return WriteAsync((client, call) => client.Points.SetPayloadAsync(request, call), cancellationToken);
    }

    /// <summary>Makes points current again.</summary>
    public async Task RestoreAsync(IEnumerable<PointId> points, CancellationToken cancellationToken)
    {
        foreach (PointId[] ids in points.Chunk(IdsOfOneWrite))
        {
            var request = new SetPayloadPoints { CollectionName = collection, Wait = true, PointsSelector = Selector(ids) };
            request.Payload.Set(Field.To, PointMaker.Current);
            await WriteAsync((client, call) => client.Points.SetPayloadAsync(request, call), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes points.</summary>
    public async Task DeleteAsync(IEnumerable<PointId> points, CancellationToken cancellationToken)
    {
        foreach (PointId[] ids in points.Chunk(IdsOfOneWrite))
        {
            var request = new DeletePoints { CollectionName = collection, Wait = true, Points = Selector(ids) };
            await WriteAsync((client, call) => client.Points.DeleteAsync(request, call), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the points that meet a filter: one that, applied twice, finds no others.</summary>
    public Task DeleteAsync(Filter points, CancellationToken cancellationToken)
    {
        var request = new DeletePoints { CollectionName = collection, Wait = true, Points = new PointsSelector { Filter = points } };
        return WriteAsync((client, call) => client.Points.DeleteAsync(request, call), cancellationToken);
    }

    private static PointsSelector Selector(PointId[] ids)
    {
        var list = new PointsIdsList();
        list.Ids.AddRange(ids);
        return new PointsSelector { Points = list };
    }

    private async Task WriteAsync(
        Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<PointsOperationResponse>> write, CancellationToken cancellationToken)
    {
        PointsOperationResponse answer = await connection.CallAsync(write, left, cancellationToken).ConfigureAwait(false);
        if (answer.Result?.Status != UpdateStatus.Completed)
        {
            throw new KnowledgeIndexException(
                $"Qdrant at '{connection.Options.Address}' did not confirm a write to '{collection}' ({answer.Result?.Status}). Readers see nothing of it; try again.");
        }
    }
}
