using HybridAssistant.QdrantDouble.Calls;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>A sparse vector, its indices ascending and different.</summary>
internal sealed record SparseWeights(uint[] Indices, float[] Values)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: lengths differ, or an index twice.</exception>
    public static SparseWeights Of(IEnumerable<uint> indices, IEnumerable<float> values)
    {
        uint[] keys = [.. indices];
        float[] weights = [.. values];
        if (keys.Length != weights.Length)
        {
            throw Refusal.Invalid("values", "must be the same length as indices");
        }

        Array.Sort(keys, weights);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                throw Refusal.Invalid("indices", "must be unique");
            }
        }

        return new SparseWeights(keys, weights);
    }
}
