namespace HybridAssistant.Evaluation.Reporting;

/// <summary>A score that got worse by more than the tolerance.</summary>
/// <param name="Score">Its name.</param>
/// <param name="Before">Share in the baseline, 0 to 1.</param>
/// <param name="After">Share now, 0 to 1.</param>
public readonly record struct ScoreDrop(string Score, double Before, double After);
