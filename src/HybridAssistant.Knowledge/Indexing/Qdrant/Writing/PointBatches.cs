using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Cuts points into batches bounded by number and size.</summary>
internal static class PointBatches
{
    /// <summary>The batches, cut as the points come.</summary>
    public static IEnumerable<List<PointStruct>> Cut(IEnumerable<PointStruct> points, int maxPoints, int maxBytes)
    {
        var batch = new List<PointStruct>();
        int bytes = 0;
        foreach (PointStruct point in points)
        {
            int size = point.CalculateSize();
            if (batch.Count > 0 && (batch.Count == maxPoints || bytes + size > maxBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(point);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
