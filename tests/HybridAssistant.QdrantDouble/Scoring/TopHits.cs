namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>Keeps the best hits of many: a heap whose root is the worst one kept.</summary>
internal sealed class TopHits(int limit, float? threshold, Func<int, uint> ties)
{
    private readonly PriorityQueue<Hit, (float Score, uint Tie)> _kept = new();
    private float _worst = float.NegativeInfinity;

    public void Add(int slot, float score)
    {
        if (score < threshold || (_kept.Count == limit && score < _worst))
        {
            return;
        }

        var hit = new Hit(slot, score);
        if (_kept.Count < limit)
        {
            _kept.Enqueue(hit, (score, ties(slot)));
        }
        else
        {
            _kept.EnqueueDequeue(hit, (score, ties(slot)));
        }

        if (_kept.Count == limit && _kept.TryPeek(out var worst, out _))
        {
            _worst = worst.Score;
        }
    }

    /// <summary>What was kept, best first.</summary>
    public List<Hit> Take()
    {
        var hits = new List<Hit>(_kept.Count);
        while (_kept.TryDequeue(out var hit, out _))
        {
            hits.Add(hit);
        }

        hits.Reverse();
        return hits;
    }
}
