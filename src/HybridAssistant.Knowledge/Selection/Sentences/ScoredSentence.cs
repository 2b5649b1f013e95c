using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>A sentence of running text with its score.</summary>
/// <param name="Entry">The passage that is the sentence.</param>
/// <param name="Score">Log-odds against "none of these"; larger is better.</param>
/// <param name="Confidence">Calibrated probability that it states what was asked, 0 to 1.</param>
/// <param name="Features">What made the score.</param>
public readonly record struct ScoredSentence(IndexEntry Entry, double Score, double Confidence, SentenceFeatures Features);
