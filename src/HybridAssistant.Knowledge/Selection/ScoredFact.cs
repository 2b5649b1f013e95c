using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>A candidate with its score.</summary>
/// <param name="Entry">The fact.</param>
/// <param name="Score">Log-odds against "none of these"; larger is better.</param>
/// <param name="Features">What made the score.</param>
public readonly record struct ScoredFact(IndexEntry Entry, double Score, FactFeatures Features);
