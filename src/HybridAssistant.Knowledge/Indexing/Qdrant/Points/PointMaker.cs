using Qdrant.Client.Grpc;
using PointVectors = Qdrant.Client.Grpc.Vectors;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Makes the points of one document in one generation.</summary>
internal sealed class PointMaker(string document, long generation)
{
    /// <summary>
    /// Last generation of a point that nothing has replaced yet: 2^53 - 1, the largest whole number that a range filter, which
    /// counts in doubles, compares exactly.
    /// </summary>
    public const long Current = (1L << 53) - 1;

    /// <summary>An empty point. Where the field is missing, and not only empty, a server refuses the point.</summary>
    public static PointStruct WithoutVectors(PointId id) => new() { Id = id, Vectors = new PointVectors { Vectors_ = new NamedVectors() } };

    /// <summary>A point without vectors, seen from the generation on.</summary>
    public PointStruct Make(string kind, int position)
    {
        PointStruct point = WithoutVectors(PointIds.Of(document, generation, kind, position));
        point.Payload.Set(Field.Kind, kind);
        point.Payload.Set(Field.Document, document);
        point.Payload.Set(Field.From, generation);
        point.Payload.Set(Field.To, Current);
        return point;
    }
}
