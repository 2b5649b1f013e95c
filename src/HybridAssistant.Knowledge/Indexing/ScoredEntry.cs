namespace HybridAssistant.Knowledge.Indexing;

/// <summary>An entry with the score of one search lane; larger is better.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Score">BM25 (negated rank of FTS5) or cosine.</param>
public readonly record struct ScoredEntry(IndexEntry Entry, double Score);
