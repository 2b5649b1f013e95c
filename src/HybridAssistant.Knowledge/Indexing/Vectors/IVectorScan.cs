namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>An immutable in-memory set of unit vectors that is searched exactly.</summary>
internal interface IVectorScan
{
    /// <summary>Number of vectors.</summary>
    int Count { get; }

    /// <summary>The rows nearest to a unit vector by cosine, best first; ties by row.</summary>
    /// <param name="query">A unit vector of the set's dimensions.</param>
    /// <param name="allowed">One bit a row, lowest bit first: which rows may be found; empty: all.</param>
    /// <param name="limit">Most rows to return.</param>
    IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, ReadOnlySpan<ulong> allowed, int limit);
}
