namespace HybridAssistant.Knowledge.Indexing.Hybrid;

/// <summary>What the lanes found together.</summary>
/// <param name="Entries">Best first, scored by the sum of 1 / (60 + rank) over the lanes.</param>
/// <param name="Cosines">Cosine to the question of each entry that the vectors' lanes found, by its id.</param>
public sealed record FusedSearch(IReadOnlyList<ScoredEntry> Entries, IReadOnlyDictionary<string, double> Cosines);
