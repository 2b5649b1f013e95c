using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>One fact before and after.</summary>
/// <param name="Before">The old fact; null: added.</param>
/// <param name="After">The new fact; null: removed.</param>
public sealed record FactChange(Fact? Before, Fact? After);
