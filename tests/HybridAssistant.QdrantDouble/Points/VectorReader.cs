using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Reads the vectors of a point that is written.</summary>
internal static class VectorReader
{
    /// <summary>The vectors by name; an unnamed one has the empty name.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: none at all. An empty map of named ones is a point without vectors.</exception>
    public static IEnumerable<KeyValuePair<string, Vector>> Named(PointStruct point) => point.Vectors?.VectorsOptionsCase switch
    {
        Vectors.VectorsOptionsOneofCase.Vector => new Dictionary<string, Vector> { [""] = point.Vectors.Vector },
        Vectors.VectorsOptionsOneofCase.Vectors_ => (IEnumerable<KeyValuePair<string, Vector>>)point.Vectors.Vectors_.Vectors,
        _ => throw Refusal.Malformed("Expected some vectors"),
    };

    /// <summary>The numbers of a dense vector; null: it is a sparse one.</summary>
    public static IReadOnlyCollection<float>? Dense(Vector vector) => vector.VectorCase switch
    {
        Vector.VectorOneofCase.Dense => vector.Dense.Data,
        Vector.VectorOneofCase.Sparse => null,
#pragma warning disable CS0612 // Clients before 1.15 fill the old fields, which every server here still reads.
        Vector.VectorOneofCase.None => vector.Indices is null ? vector.Data : null,
#pragma warning restore CS0612
        _ => throw Refusal.NotInDouble("vectors other than dense and sparse"),
    };

    /// <summary>The weights of a sparse vector.</summary>
    public static SparseWeights Sparse(Vector vector) => vector.VectorCase == Vector.VectorOneofCase.Sparse
        ? SparseWeights.Of(vector.Sparse.Indices, vector.Sparse.Values)
#pragma warning disable CS0612
        : SparseWeights.Of(vector.Indices.Data, vector.Data);
#pragma warning restore CS0612
}
