using HybridAssistant.QdrantDouble.Calls;

namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>How lists of hits become one.</summary>
internal static class Fusion
{
    /// <summary>k of reciprocal rank fusion where a query names none (1.19.0, lib/segment/src/common/reciprocal_rank_fusion.rs).</summary>
    public const uint DefaultK = 2;

    /// <summary>
    /// Reciprocal rank fusion: 1 / (position + k), summed over the lists that hold the point, positions from 0. A list's weight w
    /// makes it 1 / ((position + 1) / w + k - 1).
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not a weight for each list.</exception>
    public static Dictionary<int, float> ReciprocalRank(IReadOnlyList<List<Hit>> lists, uint k, IReadOnlyList<float> weights)
    {
        if (weights.Count > 0 && weights.Count != lists.Count)
        {
            throw Refusal.WrongInput($"Number of weights in RRF should match number of pre-fetches: got {weights.Count}, expected {lists.Count}");
        }

        var scores = new Dictionary<int, float>();
        for (var list = 0; list < lists.Count; list++)
        {
            var weight = weights.Count > 0 ? weights[list] : 1f;
            for (var position = 0; position < lists[list].Count; position++)
            {
                var score = weight <= 0 ? 0f : 1f / (((position + 1) / weight) + k - 1);
                var slot = lists[list][position].Slot;
                scores[slot] = scores.GetValueOrDefault(slot) + score;
            }
        }

        return scores;
    }

    /// <summary>Distribution-based: each list's scores on a scale from mean - 3 to mean + 3 standard deviations, summed.</summary>
    public static Dictionary<int, float> DistributionBased(IReadOnlyList<List<Hit>> lists)
    {
        var scores = new Dictionary<int, float>();
        foreach (var list in lists.Where(list => list.Count > 0))
        {
            var mean = list.Average(hit => hit.Score);
            var variance = list.Count > 1 ? list.Sum(hit => (hit.Score - mean) * (hit.Score - mean)) / (list.Count - 1) : 0f;
            var deviation = MathF.Sqrt(variance);
            foreach (var hit in list)
            {
                var score = deviation > 0 ? (hit.Score - (mean - (3 * deviation))) / (6 * deviation) : 0.5f;
                scores[hit.Slot] = scores.GetValueOrDefault(hit.Slot) + score;
            }
        }

        return scores;
    }
}
