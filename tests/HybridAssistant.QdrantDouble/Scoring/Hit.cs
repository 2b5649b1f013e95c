namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>A point that a query found.</summary>
/// <param name="Slot">The point.</param>
/// <param name="Score">Higher is better.</param>
internal readonly record struct Hit(int Slot, float Score);
