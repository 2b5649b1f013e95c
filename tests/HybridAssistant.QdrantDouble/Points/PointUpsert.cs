using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Writes whole points: each replaces the one of its id, the later of two of one id wins.</summary>
internal sealed class PointUpsert(ServerRules rules)
{
    /// <summary>Points that a server writes under one lock (1.19.0, lib/shard/src/update/points/upsert.rs).</summary>
    private const int ChunkSize = 32;

    /// <summary>What is refused before the write is logged, whether or not the client waits.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public void Check(Collection collection, UpsertPoints request)
    {
        if (request.Points.Count == 0)
        {
            throw Refusal.BadRequest("Empty update request");
        }

        foreach (var point in request.Points)
        {
            PointKey.Of(point.Id);
            foreach (var (name, vector) in VectorReader.Named(point))
            {
                var dense = VectorReader.Dense(vector);
                if (dense is null)
                {
                    VectorReader.Sparse(vector);
                }
                else if (rules.DimensionsCheckedFirst && collection.Points.Dense.TryGetValue(name, out var column))
                {
                    column.DemandDimensions(dense.Count, nameIt: name.Length > 0);
                }
            }
        }
    }

    /// <summary>Applies the write; not a transaction: points before a faulty one stay written.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: wrong dimension, or a vector name that the collection lacks.</exception>
    public static IEnumerable<int> Apply(Collection collection, UpsertPoints request, ulong operation)
    {
        var store = collection.Points;
        // Who is left alone is decided on what is there before the first point of the batch.
        var condition = new FilterCompiler(store).Compile(request.UpdateFilter);
        var written = request.Points.Where(point => Writes(store.Find(PointKey.Of(point.Id)), condition, request.UpdateMode)).ToArray();
        foreach (var chunk in written.Chunk(ChunkSize))
        {
            foreach (var point in chunk)
            {
                Write(store, point, operation);
            }

            yield return chunk.Length;
        }
    }

    private static bool Writes(int? existing, SlotTest condition, UpdateMode mode) => mode switch
    {
        UpdateMode.InsertOnly => existing is null,
        UpdateMode.UpdateOnly => existing is { } slot && condition.Holds(slot),
        _ => existing is not { } slot || condition.Holds(slot),
    };

    private static void Write(PointStore store, PointStruct point, ulong operation)
    {
        // Read in full first: a point with a faulty vector must not lose what it had.
        var dense = new List<(DenseColumn Column, float[] Vector)>();
        var sparse = new List<(SparseColumn Column, SparseWeights Vector)>();
        foreach (var (name, vector) in VectorReader.Named(point))
        {
            if (VectorReader.Dense(vector) is { } numbers && store.Dense.TryGetValue(name, out var denseColumn))
            {
                denseColumn.DemandDimensions(numbers.Count);
                dense.Add((denseColumn, denseColumn.Prepare(numbers)));
            }
            else if (VectorReader.Dense(vector) is null && store.Sparse.TryGetValue(name, out var sparseColumn))
            {
                sparse.Add((sparseColumn, VectorReader.Sparse(vector)));
            }
            else if (store.Dense.ContainsKey(name) || store.Sparse.ContainsKey(name))
            {
                throw Refusal.WrongInput("Conversion between sparse and regular vectors failed");
            }
            else
            {
                throw Refusal.NoVector(name);
            }
        }

        var slot = store.Replace(PointKey.Of(point.Id), Payload.Of(point.Payload), operation);
        dense.ForEach(entry => entry.Column.Set(slot, entry.Vector));
        sparse.ForEach(entry => entry.Column.Set(slot, entry.Vector));
    }
}
