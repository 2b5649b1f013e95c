using System.Numerics.Tensors;
using HybridAssistant.Knowledge.Indexing.Vectors;

namespace HybridAssistant.Benchmarks;

/// <summary>Compares the query with every vector in single precision.</summary>
/// <param name="vectors">Unit vectors, one row after another.</param>
/// <param name="dimensions">Length of a row.</param>
internal sealed class SinglePrecisionScan(float[] vectors, int dimensions)
{
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int limit)
    {
        var nearest = new PriorityQueue<VectorHit, (float Score, int EarlierRow)>(limit + 1);
        for (int row = 0; row < vectors.Length / dimensions; row++)
        {
            float score = TensorPrimitives.Dot(query, vectors.AsSpan(row * dimensions, dimensions));
            nearest.Enqueue(new VectorHit(row, score), (score, -row));
            if (nearest.Count > limit)
            {
                nearest.Dequeue();
            }
        }

        var best = new VectorHit[nearest.Count];
        for (int place = best.Length - 1; place >= 0; place--)
        {
            best[place] = nearest.Dequeue();
        }

        return best;
    }
}
