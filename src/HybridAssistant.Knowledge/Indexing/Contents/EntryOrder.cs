namespace HybridAssistant.Knowledge.Indexing.Contents;

/// <summary>The order of a search lane.</summary>
internal static class EntryOrder
{
    /// <summary>The best entries, best first; equal scores by document and order of appearance.</summary>
    public static List<ScoredEntry> Best(IEnumerable<ScoredEntry> found, int limit) =>
        [.. found
            .OrderByDescending(entry => entry.Score)
            .ThenBy(entry => entry.Entry.Document, StringComparer.Ordinal)
            .ThenBy(entry => entry.Entry.Fact?.Ordinal ?? entry.Entry.Passage!.Ordinal)
            .Take(limit)];
}
