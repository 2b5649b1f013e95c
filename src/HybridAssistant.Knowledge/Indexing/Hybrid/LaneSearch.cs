namespace HybridAssistant.Knowledge.Indexing.Hybrid;

/// <summary>Asks each lane of a snapshot by itself and fuses here: the same lanes give the same ranking, whatever index they came from.</summary>
internal static class LaneSearch
{
    /// <summary>BM25 and vectors over facts and passages, each ranked apart, fused. An index over a network is asked all lanes at once.</summary>
    public static async Task<FusedSearch> SearchAsync(IKnowledgeSnapshot snapshot, HybridQuery query, CancellationToken cancellationToken)
    {
        var lanes = new List<(Task<IReadOnlyList<ScoredEntry>> Found, bool IsCosine)>();
        foreach (EntryKinds kinds in (EntryKinds[])[EntryKinds.Facts, EntryKinds.Passages])
        {
            EntryFilter filter = query.Filter with { Kinds = kinds };
            if (query.Terms.Count > 0)
            {
                lanes.Add((snapshot.SearchTextAsync(query.Terms, filter, query.LaneDepth, cancellationToken), false));
            }

            if (!query.Vector.IsEmpty)
            {
                lanes.Add((snapshot.SearchVectorsAsync(query.Vector, filter, query.LaneDepth, cancellationToken), true));
            }
        }

        await Task.WhenAll(lanes.Select(lane => lane.Found)).ConfigureAwait(false);
        var fusion = new ReciprocalRankFusion();
        var cosines = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((Task<IReadOnlyList<ScoredEntry>> found, bool isCosine) in lanes)
        {
            IReadOnlyList<ScoredEntry> ranking = await found.ConfigureAwait(false);
            fusion.Add(ranking);
            foreach (ScoredEntry scored in isCosine ? ranking : [])
            {
                cosines[scored.Entry.Id] = scored.Score;
            }
        }

        return new FusedSearch(fusion.Rank(), cosines);
    }
}
