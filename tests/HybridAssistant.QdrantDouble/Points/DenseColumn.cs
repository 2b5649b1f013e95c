using System.Numerics.Tensors;
using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>The dense vectors of one name, one after the other in blocks, by slot.</summary>
internal sealed class DenseColumn(string name, int dimensions, Distance distance)
{
    private const int VectorsPerBlock = 1024;

    /// <summary>Squared lengths below it, or this near to 1, are left as they are (1.19.0, lib/segment/src/spaces).</summary>
    private const float ZeroLength = 1.1920929e-7f;
    private const float UnitTolerance = 1e-6f;

    private readonly List<float[]> _blocks = [];
    private bool[] _present = new bool[VectorsPerBlock];

    public string Name => name;

    public int Dimensions => dimensions;

    public int Count { get; private set; }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: another dimension.</exception>
    public void DemandDimensions(int found, bool nameIt = false)
    {
        if (found != dimensions)
        {
            throw Refusal.WrongInput($"Vector dimension error: expected dim: {dimensions}, got {found}{(nameIt ? $" for vector '{name}'" : "")}");
        }
    }

    /// <summary>The vector as it is stored and compared: of length 1 for Cosine.</summary>
    public float[] Prepare(IReadOnlyCollection<float> vector)
    {
        float[] prepared = [.. vector];
        var squared = TensorPrimitives.SumOfSquares<float>(prepared);
        if (distance == Distance.Cosine && squared >= ZeroLength && MathF.Abs(squared - 1f) > UnitTolerance)
        {
            TensorPrimitives.Divide(prepared, MathF.Sqrt(squared), prepared);
        }

        return prepared;
    }

    public bool Has(int slot) => slot < _present.Length && _present[slot];

    public ReadOnlySpan<float> Get(int slot) => _blocks[slot / VectorsPerBlock].AsSpan(slot % VectorsPerBlock * dimensions, dimensions);

    public float Score(int slot, ReadOnlySpan<float> query) => TensorPrimitives.Dot(query, Get(slot));

    public void Set(int slot, ReadOnlySpan<float> vector)
    {
        while (_blocks.Count <= slot / VectorsPerBlock)
        {
            _blocks.Add(new float[VectorsPerBlock * dimensions]);
        }

        if (slot >= _present.Length)
        {
            Array.Resize(ref _present, Math.Max(slot + 1, _present.Length * 2));
        }

        vector.CopyTo(_blocks[slot / VectorsPerBlock].AsSpan(slot % VectorsPerBlock * dimensions, dimensions));
        Count += _present[slot] ? 0 : 1;
        _present[slot] = true;
    }

    public void Remove(int slot)
    {
        if (Has(slot))
        {
            _present[slot] = false;
            Count--;
        }
    }
}
