using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant;

/// <summary>One candidate as the selector saw it.</summary>
/// <param name="Entry">The fact or passage.</param>
/// <param name="Score">The selector's score; larger is better.</param>
/// <param name="Chosen">Whether the answer rests on it.</param>
/// <param name="Why">The features that made the score ("product 1.0, attribute 0.8, unit kind 1.0"); empty where not recorded.</param>
public readonly record struct CandidateTrace(IndexEntry Entry, double Score, bool Chosen, string Why);
