using System.Numerics.Tensors;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>Compares the query with every vector in single precision.</summary>
/// <param name="vectors">Unit vectors, one row after another.</param>
/// <param name="dimensions">Length of a row.</param>
internal sealed class DotProductScan(float[] vectors, int dimensions) : IVectorScan
{
    /// <inheritdoc/>
    public int Count => dimensions == 0 ? 0 : vectors.Length / dimensions;

    /// <inheritdoc/>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, ReadOnlySpan<ulong> allowed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Length, dimensions);
        var nearest = new PriorityQueue<VectorHit, (float Score, int EarlierRow)>(limit + 1);
        for (int row = 0; row < Count; row++)
        {
            if (!allowed.IsEmpty && (allowed[row >> 6] & (1UL << (row & 63))) == 0)
            {
                continue;
            }

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
