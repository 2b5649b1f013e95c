namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>
/// Mean lengths of lines in terms, against which BM25 holds each line. They are part of the stored weights, so that a collection
/// keeps those that it began with; a rebuild takes what it finds.
/// </summary>
/// <param name="Facts">Mean length of a fact's line.</param>
/// <param name="Passages">Mean length of a passage's line.</param>
internal readonly record struct LineLengths(double Facts, double Passages)
{
    /// <summary>Measured over the 46 sheets of the sample maker: 4,876 facts of 23.8 terms, 584 passages of 32.9.</summary>
    public static LineLengths Default { get; } = new(Facts: 23.8, Passages: 32.9);
}
