using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Reads a fact or passage, whichever a point is.</summary>
internal static class EntryPoint
{
    /// <summary>The entry.</summary>
    public static IndexEntry Read(MapField<string, Value> payload) =>
        payload.Text(Field.Kind) == PointKind.Passage ? PassagePoint.Read(payload) : FactPoint.Read(payload);
}
