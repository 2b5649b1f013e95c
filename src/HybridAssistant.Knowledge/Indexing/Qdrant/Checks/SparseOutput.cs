using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>A sparse vector of an answer: servers before 1.17 fill the older fields only, later ones the oneof only.</summary>
internal static class SparseOutput
{
#pragma warning disable CS0612 // The fields are deprecated in the schema; for a server of 1.16 they are the only ones.
    /// <summary>Whether the older fields are filled.</summary>
    public static bool IsLegacy(VectorOutput vector) => vector.Data.Count > 0;

    /// <summary>Its weights.</summary>
    public static IEnumerable<(uint Index, float Value)> Read(VectorOutput vector) =>
        vector.Sparse is { } sparse ? sparse.Indices.Zip(sparse.Values) : (vector.Indices?.Data ?? []).Zip(vector.Data);
#pragma warning restore CS0612
}
