using System.Runtime.CompilerServices;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>
/// What the first pass leaves for the second: every row that, within the error of its approximate score, may be among
/// the nearest. None of these can be missed, so the second pass makes the result exact.
/// </summary>
/// <param name="limit">Number of nearest rows wanted, at least one.</param>
internal sealed class CandidateList(int limit)
{
    // Scores that the best rows have at least; the smallest of them bars the way.
    private readonly PriorityQueue<float, float> _surest = new(limit + 1);
    private readonly List<Candidate> _candidates = [];
    private float _bar = float.NegativeInfinity;

    /// <param name="row">Number of the row.</param>
    /// <param name="score">Approximate score.</param>
    /// <param name="error">Bound of its error.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Consider(int row, float score, float error)
    {
        if (score + error >= _bar)
        {
            Add(row, score, error);
        }
    }

    /// <summary>The candidates, most promising first, ties by row.</summary>
    public IReadOnlyList<Candidate> Order()
    {
        _candidates.RemoveAll(candidate => candidate.AtMost < _bar);
        _candidates.Sort((a, b) => a.AtMost != b.AtMost ? b.AtMost.CompareTo(a.AtMost) : a.Row.CompareTo(b.Row));
        return _candidates;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add(int row, float score, float error)
    {
        _candidates.Add(new Candidate(row, score + error));
        float atLeast = score - error;
        if (_surest.Count < limit)
        {
            _surest.Enqueue(atLeast, atLeast);
        }
        else if (atLeast > _bar)
        {
            _surest.EnqueueDequeue(atLeast, atLeast);
        }

        if (_surest.Count == limit)
        {
            _bar = _surest.Peek();
        }
    }
}
