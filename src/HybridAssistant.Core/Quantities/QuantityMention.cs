namespace HybridAssistant.Core.Quantities;

/// <summary>A quantity that a text mentions ("at 80 °C", "the 24V version").</summary>
/// <param name="Text">As typed.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Value">The numbers with their unit.</param>
public sealed record QuantityMention(string Text, int Start, int Length, TypedValue Value);
