using System.Collections.Immutable;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>One selection case and what the selector made of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Facts">The candidates as scored, best first.</param>
/// <param name="RankOfRight">Rank of the best right candidate, from 1; 0: no candidate is right.</param>
/// <param name="Confidence">How sure the selector is that any candidate states it.</param>
public sealed record SelectionResult(SelectionCase Case, ImmutableArray<ScoredFact> Facts, int RankOfRight, double Confidence);
