using HybridAssistant.QdrantDouble.Points;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>An index that is only declared: conditions on its field read the payloads, with the same answers.</summary>
internal sealed class DeclaredIndex(FieldPath path) : IFieldIndex
{
    public FieldPath Path => path;

    public void Add(int slot, Payload payload)
    {
    }

    public void Remove(int slot, Payload payload)
    {
    }
}
