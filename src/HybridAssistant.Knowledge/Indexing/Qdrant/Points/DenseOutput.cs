using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A dense vector of an answer: servers before 1.17 fill the old field only, later ones the new one only.</summary>
internal static class DenseOutput
{
    /// <summary>Its numbers.</summary>
    public static float[] Read(VectorOutput vector)
    {
#pragma warning disable CS0612 // The old field is what a server of version 1.16 fills.
        return vector.Dense is { } dense ? [.. dense.Data] : [.. vector.Data];
#pragma warning restore CS0612
    }
}
