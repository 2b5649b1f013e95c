namespace HybridAssistant.Knowledge.Indexing.Hybrid;

/// <summary>A question to all lanes of an index: words and meaning, facts and passages.</summary>
/// <param name="Terms">Its words without stop words; empty: the words' lanes are left out.</param>
/// <param name="Vector">Its vector; empty: the vectors' lanes are left out.</param>
/// <param name="Filter">What may be found.</param>
/// <param name="LaneDepth">Entries of each lane that count.</param>
public sealed record HybridQuery(IReadOnlyList<string> Terms, ReadOnlyMemory<float> Vector, EntryFilter Filter, int LaneDepth);
