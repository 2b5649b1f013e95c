using System.Buffers;
using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Points;

namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>Dot products with the sparse vectors of one name, over its posting lists.</summary>
internal sealed class SparseScorer(SparseColumn column, int slotCount)
{
    /// <summary>Scores every point that shares an index with the query and passes; points without a shared index are no hits.</summary>
    /// <param name="query">The query's weights.</param>
    /// <param name="passes">The filter.</param>
    /// <param name="corpus">The points that N and df are counted over; null: all (<c>SearchParams.idf</c>, since 1.19).</param>
    /// <param name="add">Receives each hit.</param>
    public void Score(SparseWeights query, SlotTest passes, SlotTest? corpus, Action<int, float> add)
    {
        var scores = ArrayPool<float>.Shared.Rent(slotCount);
        var touched = ArrayPool<bool>.Shared.Rent(slotCount);
        Array.Clear(scores, 0, slotCount);
        Array.Clear(touched, 0, slotCount);
        var total = corpus is null ? column.Count : Enumerable.Range(0, slotCount).Count(slot => column.Get(slot) is not null && corpus.Holds(slot));
        for (var term = 0; term < query.Indices.Length; term++)
        {
            if (column.Postings(query.Indices[term]) is { } posting)
            {
                Accumulate(posting, query.Values[term] * Factor(posting, total, corpus), scores, touched);
            }
        }

        for (var slot = 0; slot < slotCount; slot++)
        {
            if (touched[slot] && passes.Holds(slot))
            {
                add(slot, scores[slot]);
            }
        }

        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<bool>.Shared.Return(touched);
    }

    private static void Accumulate(Posting posting, float weight, float[] scores, bool[] touched)
    {
        var slots = posting.Slots;
        var weights = posting.Weights;
        for (var i = 0; i < slots.Length; i++)
        {
            scores[slots[i]] += weight * weights[i];
            touched[slots[i]] = true;
        }
    }

    /// <summary>ln((N - df + 0.5) / (df + 0.5) + 1) under the IDF modifier (1.19.0, lib/segment/src/data_types/query_context.rs).</summary>
    private float Factor(Posting posting, int total, SlotTest? corpus)
    {
        if (!column.UsesIdf)
        {
            return 1f;
        }

        var documents = posting.Count;
        if (corpus is not null)
        {
            documents = 0;
            foreach (var slot in posting.Slots)
            {
                documents += corpus.Holds(slot) ? 1 : 0;
            }
        }

        return MathF.Log(((total - documents + 0.5f) / (documents + 0.5f)) + 1f);
    }
}
