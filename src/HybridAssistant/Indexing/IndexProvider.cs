namespace HybridAssistant.Indexing;

/// <summary>What an index is kept in.</summary>
public enum IndexProvider
{
    /// <summary>A file in the data folder.</summary>
    Sqlite,

    /// <summary>A Qdrant server, shared by any number of hosts.</summary>
    Qdrant,
}
