using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>A point at one of its values in an order by a field.</summary>
/// <param name="Slot">The point.</param>
/// <param name="Sort">What it is ordered by.</param>
/// <param name="Value">What the answer says it was ordered by.</param>
internal readonly record struct OrderedSlot(int Slot, double Sort, OrderValue Value);
