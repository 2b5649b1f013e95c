using Google.Protobuf.Collections;
using HybridAssistant.QdrantDouble.Points;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>What an answer shows of a point: nothing of payload and vectors unless asked for.</summary>
internal sealed class PointView(PointStore store, WithPayloadSelector? payload, WithVectorsSelector? vectors, ServerRules rules)
{
    private readonly PayloadSelection _payload = new(payload);

    public void FillPayload(MapField<string, Value> fields, int slot) => _payload.Fill(fields, store.Payload(slot));

    public VectorsOutput? Vectors(int slot)
    {
        Func<string, bool> wanted;
        switch (vectors?.SelectorOptionsCase)
        {
            case WithVectorsSelector.SelectorOptionsOneofCase.Enable when vectors.Enable:
                wanted = _ => true;
                break;
            case WithVectorsSelector.SelectorOptionsOneofCase.Include:
                wanted = vectors.Include.Names.Contains;
                break;
            default:
                return null;
        }

        var named = new NamedVectorsOutput();
        foreach (var column in store.Dense.Values.Where(column => wanted(column.Name) && column.Has(slot)))
        {
            named.Vectors[column.Name] = Dense(column.Get(slot));
        }

        foreach (var column in store.Sparse.Values.Where(column => wanted(column.Name)))
        {
            if (column.Get(slot) is { } vector)
            {
                named.Vectors[column.Name] = Sparse(vector);
            }
        }

        // A collection's only, unnamed vector comes by itself.
        return named.Vectors.Count == 1 && named.Vectors.TryGetValue("", out var single)
            ? new VectorsOutput { Vector = single }
            : new VectorsOutput { Vectors = named };
    }

#pragma warning disable CS0612 // Servers before 1.17 fill the legacy fields only.
    private VectorOutput Dense(ReadOnlySpan<float> vector)
    {
        var output = new VectorOutput();
        (rules.VectorsInOneof ? (output.Dense = new DenseVector()).Data : output.Data).AddRange(vector.ToArray());
        return output;
    }

    private VectorOutput Sparse(SparseWeights vector)
    {
        if (rules.VectorsInOneof)
        {
            return new VectorOutput { Sparse = new SparseVector { Indices = { vector.Indices }, Values = { vector.Values } } };
        }

        return new VectorOutput { Data = { vector.Values }, Indices = new SparseIndices { Data = { vector.Indices } } };
    }
#pragma warning restore CS0612
}
