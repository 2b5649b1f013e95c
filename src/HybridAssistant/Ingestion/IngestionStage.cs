namespace HybridAssistant.Ingestion;

/// <summary>The stages of a document on its way into the index.</summary>
public enum IngestionStage
{
    /// <summary>The PDF is read and understood.</summary>
    Reading,

    /// <summary>Its lines are embedded.</summary>
    Embedding,

    /// <summary>It is written to the index.</summary>
    Indexing,

    /// <summary>It is done.</summary>
    Done,
}
