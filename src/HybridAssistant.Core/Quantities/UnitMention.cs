namespace HybridAssistant.Core.Quantities;

/// <summary>A unit that a text names without a number ("in psi", "how many litres per minute").</summary>
/// <param name="Text">As typed.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Unit">The unit.</param>
/// <param name="IsRequest">Behind "in", "into" or "as": the answer is wanted in this unit.</param>
public sealed record UnitMention(string Text, int Start, int Length, UnitDefinition Unit, bool IsRequest);
