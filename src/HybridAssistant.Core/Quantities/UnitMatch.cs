namespace HybridAssistant.Core.Quantities;

/// <summary>A unit found in a folded text.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="IsOrdinaryWord">The spelling is also an ordinary word or letter ("in", "A").</param>
internal readonly record struct UnitMatch(UnitDefinition Unit, int End, bool IsOrdinaryWord);
