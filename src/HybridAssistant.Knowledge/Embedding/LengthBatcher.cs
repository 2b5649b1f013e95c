namespace HybridAssistant.Knowledge.Embedding;

/// <summary>
/// Groups texts of like length, so that little padding is computed: on lines of mixed length this is a factor of three.
/// </summary>
internal static class LengthBatcher
{
    /// <summary>Batches of indexes into <paramref name="lengths"/>, longest texts first; each index occurs once.</summary>
    /// <param name="lengths">Tokens of each text.</param>
    /// <param name="maxBatchSize">Texts in a batch.</param>
    /// <param name="maxBatchTokens">Tokens in a batch, padding included; a longer single text is a batch of its own.</param>
    public static IEnumerable<ArraySegment<int>> Batch(IReadOnlyList<int> lengths, int maxBatchSize, int maxBatchTokens)
    {
        int[] order = new int[lengths.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // Ties keep their order, so that the same texts always make the same batches.
        Array.Sort(order, (a, b) => lengths[a] != lengths[b] ? lengths[b].CompareTo(lengths[a]) : a.CompareTo(b));

        for (int start = 0; start < order.Length;)
        {
            int longest = Math.Max(1, lengths[order[start]]);
            int count = Math.Clamp(maxBatchTokens / longest, 1, maxBatchSize);
            count = Math.Min(count, order.Length - start);
            yield return new ArraySegment<int>(order, start, count);
            start += count;
        }
    }
}
