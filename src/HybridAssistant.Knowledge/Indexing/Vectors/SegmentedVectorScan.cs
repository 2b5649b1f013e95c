using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>
/// Exact search over immutable segments: a first pass over 8-bit codes, then single precision for the few rows that
/// its error leaves open. To add, replace or remove a document, make a new scan that shares the other segments and swap
/// the reference; readers go on with the old one.
/// </summary>
internal sealed class SegmentedVectorScan
{
    private readonly int _dimensions;
    private readonly int[] _firstRows;

    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="segments">Rows are numbered through all of them, in this order.</param>
    public SegmentedVectorScan(int dimensions, ImmutableArray<VectorSegment> segments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        _dimensions = dimensions;
        Segments = segments;
        _firstRows = new int[segments.Length];
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Dimensions != dimensions)
            {
                throw new ArgumentException(
                    $"Segment {i} has vectors of {segments[i].Dimensions} numbers; the scan has {dimensions}.", nameof(segments));
            }

            _firstRows[i] = Count;
            Count = checked(Count + segments[i].Count);
        }
    }

    /// <summary>The segments, in the order of their rows.</summary>
    public ImmutableArray<VectorSegment> Segments { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The rows nearest to a vector by dot product (cosine, between unit vectors), best first; ties by row.</summary>
    /// <param name="query">A vector of the scan's dimensions.</param>
    /// <param name="allowed">One bit a row, lowest bit first: which rows may be found; empty: all.</param>
    /// <param name="limit">Most rows to return.</param>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, ReadOnlySpan<ulong> allowed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Length, _dimensions);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (!allowed.IsEmpty && allowed.Length < (Count + 63) / 64)
        {
            throw new ArgumentException($"{allowed.Length} words of 64 bits do not cover {Count} rows.", nameof(allowed));
        }

        if (limit == 0 || Count == 0)
        {
            return [];
        }

        var candidates = new CandidateList(Math.Min(limit, Count));
        var encoded = EncodedQuery.Create(query);
        for (int i = 0; i < Segments.Length; i++)
        {
            Segments[i].Scan(encoded, allowed, _firstRows[i], candidates);
        }

        return Rescore(query, candidates.Order(), limit);
    }

    private List<VectorHit> Rescore(ReadOnlySpan<float> query, IReadOnlyList<Candidate> candidates, int limit)
    {
        var hits = new List<VectorHit>(candidates.Count);
        var nearest = new PriorityQueue<float, float>();
        foreach (Candidate candidate in candidates)
        {
            if (nearest.Count == limit && candidate.AtMost < nearest.Peek())
            {
                break;
            }

            float score = TensorPrimitives.Dot(query, VectorOf(candidate.Row));
            hits.Add(new VectorHit(candidate.Row, score));
            nearest.Enqueue(score, score);
            if (nearest.Count > limit)
            {
                nearest.Dequeue();
            }
        }

        hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Row.CompareTo(b.Row));
        return hits.Count > limit ? hits.GetRange(0, limit) : hits;
    }

    private ReadOnlySpan<float> VectorOf(int row)
    {
        int found = Array.BinarySearch(_firstRows, row);
        int segment = found >= 0 ? found : ~found - 1;

        // Empty segments share their first row with the next one.
        while (row - _firstRows[segment] >= Segments[segment].Count)
        {
            segment++;
        }

        return Segments[segment][row - _firstRows[segment]];
    }
}
