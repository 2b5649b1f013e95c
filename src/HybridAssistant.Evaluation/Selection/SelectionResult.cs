namespace HybridAssistant.Evaluation.Selection;

/// <summary>One selection case and what the selector made of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Best">Index of the best candidate, from 0; -1 without candidates.</param>
/// <param name="RankOfRight">Rank of the best right candidate, from 1; 0: no candidate is right.</param>
/// <param name="Confidence">How sure the selector is that any candidate states it.</param>
public sealed record SelectionResult(SelectionCase Case, int Best, int RankOfRight, double Confidence);
