namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>What a check found.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Rule">The rule.</param>
/// <param name="IsKept">Whether the server keeps it.</param>
/// <param name="Seen">What was seen.</param>
public sealed record QdrantCheckResult(string Check, string Rule, bool IsKept, string Seen);
