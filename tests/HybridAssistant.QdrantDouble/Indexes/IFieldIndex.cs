using HybridAssistant.QdrantDouble.Points;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>What a declared payload index keeps to answer conditions on its field fast.</summary>
internal interface IFieldIndex
{
    FieldPath Path { get; }

    void Add(int slot, Payload payload);

    void Remove(int slot, Payload payload);
}
