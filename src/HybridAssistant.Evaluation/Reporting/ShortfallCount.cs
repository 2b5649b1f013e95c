using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>How many cases failed for one reason.</summary>
/// <param name="Shortfall">The reason.</param>
/// <param name="Cases">The number of cases.</param>
public readonly record struct ShortfallCount(Shortfall Shortfall, int Cases);
