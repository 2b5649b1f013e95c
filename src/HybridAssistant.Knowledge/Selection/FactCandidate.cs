using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>A fact that may state what was asked.</summary>
/// <param name="Entry">The fact with the title of its sheet.</param>
/// <param name="Cosine">Similarity of its line to the question; null without an embedder.</param>
/// <param name="LabelCosine">Similarity of its label alone to what is asked; null where it was not measured.</param>
public readonly record struct FactCandidate(IndexEntry Entry, double? Cosine, double? LabelCosine = null);
