namespace HybridAssistant.Ingestion;

/// <summary>What became of one document.</summary>
public enum IngestionOutcome
{
    /// <summary>New in the index.</summary>
    Added,

    /// <summary>Its old content was replaced.</summary>
    Replaced,

    /// <summary>The index has this content already; nothing was done.</summary>
    Unchanged,

    /// <summary>Gone from under the path, and so from the index.</summary>
    Removed,

    /// <summary>Not taken in; where the index has an older content of that name, it stays.</summary>
    SetAside,
}
