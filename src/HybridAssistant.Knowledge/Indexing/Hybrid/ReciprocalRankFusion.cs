namespace HybridAssistant.Knowledge.Indexing.Hybrid;

/// <summary>
/// Fuses rankings by the sum of 1 / (k + rank): Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet
/// and individual Rank Learning Methods", SIGIR 2009; k = 60 is theirs.
/// </summary>
internal sealed class ReciprocalRankFusion
{
    private const double K = 60;

    private readonly Dictionary<string, (IndexEntry Entry, double Score)> _scores = new(StringComparer.Ordinal);

    /// <summary>Adds a ranking, best first.</summary>
    public void Add(IEnumerable<ScoredEntry> ranking, double weight = 1)
    {
        int rank = 1;
        foreach (ScoredEntry scored in ranking)
        {
            string key = scored.Entry.Id;
            double score = weight / (K + rank++);
            _scores[key] = _scores.TryGetValue(key, out var known) ? (known.Entry, known.Score + score) : (scored.Entry, score);
        }
    }

    /// <summary>The fused ranking, best first; ties by document and id.</summary>
    public IReadOnlyList<ScoredEntry> Rank() =>
    [
        .. _scores.Values.OrderByDescending(s => s.Score).ThenBy(s => s.Entry.Document, StringComparer.Ordinal).ThenBy(s => s.Entry.Id, StringComparer.Ordinal)
            .Select(s => new ScoredEntry(s.Entry, s.Score)),
    ];
}
