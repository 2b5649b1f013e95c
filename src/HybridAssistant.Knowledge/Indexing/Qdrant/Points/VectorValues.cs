using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Vectors of answers: servers before 1.17 fill the old fields only, later ones the new ones only.</summary>
internal static class VectorValues
{
    /// <summary>The numbers of a dense vector.</summary>
    public static float[] Dense(VectorOutput vector)
    {
#pragma warning disable CS0612 // The old field is what a server of version 1.16 fills.
        return vector.Dense is { } dense ? [.. dense.Data] : [.. vector.Data];
#pragma warning restore CS0612
    }

    /// <summary>The weight of one word in a sparse vector; null where it has none.</summary>
    public static float? Weight(VectorOutput vector, uint word)
    {
#pragma warning disable CS0612
        (IList<uint> words, IList<float> weights) = vector.Sparse is { } sparse
            ? (sparse.Indices, sparse.Values)
            : (vector.Indices?.Data ?? [], vector.Data);
#pragma warning restore CS0612
        int at = words.IndexOf(word);
        return at < 0 ? null : weights[at];
    }
}
