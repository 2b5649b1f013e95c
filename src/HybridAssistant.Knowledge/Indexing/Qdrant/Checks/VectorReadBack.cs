using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Vectors of an answer. Servers before 1.17 fill the older fields, later ones the oneof.</summary>
internal static class VectorReadBack
{
#pragma warning disable CS0612 // The fields are deprecated in the schema; for a server of 1.16 they are the only ones.
    /// <summary>Whether the older fields are filled.</summary>
    public static bool IsLegacy(VectorOutput vector) => vector.Data.Count > 0;

    /// <summary>The elements of a dense vector.</summary>
    public static float[] Dense(VectorOutput vector) => vector.Dense is { } dense ? [.. dense.Data] : [.. vector.Data];

    /// <summary>The weights of a sparse vector.</summary>
    public static IEnumerable<(uint Index, float Value)> Sparse(VectorOutput vector) =>
        vector.Sparse is { } sparse ? sparse.Indices.Zip(sparse.Values) : (vector.Indices?.Data ?? []).Zip(vector.Data);
#pragma warning restore CS0612
}
