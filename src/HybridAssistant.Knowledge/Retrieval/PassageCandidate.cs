using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>A passage that may state what was asked.</summary>
/// <param name="Entry">The passage with the title of its sheet.</param>
/// <param name="Cosine">Similarity to the question; null without an embedder.</param>
public readonly record struct PassageCandidate(IndexEntry Entry, double? Cosine);
