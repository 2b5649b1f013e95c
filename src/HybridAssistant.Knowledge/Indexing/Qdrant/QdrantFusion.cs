namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Where the lanes of a hybrid search are fused.</summary>
public enum QdrantFusion
{
    /// <summary>The lanes are asked side by side and fused here: ties in a fixed order, the same ranking as the SQLite index.</summary>
    Lanes,

    /// <summary>One query with a prefetch for each lane; the server fuses. Ties come in no order.</summary>
    Server,
}
