using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>A point that a query found.</summary>
/// <param name="Slot">The point.</param>
/// <param name="Score">Higher is better; 0 where the query scores nothing.</param>
/// <param name="Order">What a query by a field ordered it by.</param>
internal readonly record struct Hit(int Slot, float Score, OrderValue? Order = null);
