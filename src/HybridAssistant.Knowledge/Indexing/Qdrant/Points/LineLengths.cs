namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>
/// Mean lengths of lines in terms, against which BM25 holds each line. They are part of the stored weights, so that a collection
/// keeps those that it began with; a rebuild takes what it finds.
/// </summary>
/// <param name="Facts">Mean length of a fact's line.</param>
/// <param name="Passages">Mean length of a passage's line.</param>
internal readonly record struct LineLengths(double Facts, double Passages)
{
    /// <summary>Measured over the 46 sheets of the sample maker: 4,885 facts of 23.7 terms, 324 passages of 44.2.</summary>
    public static LineLengths Default { get; } = new(Facts: 23.7, Passages: 44.2);
}
