namespace HybridAssistant.Knowledge.Embedding;

/// <summary>What a text is embedded for; some models put another prefix before each.</summary>
public enum EmbeddingPurpose
{
    /// <summary>A line or passage of a sheet.</summary>
    Document,

    /// <summary>A question.</summary>
    Query,

    /// <summary>A text that is no part of the index, for a caller of its own; embedded like a line, and never kept.</summary>
    Foreign,
}
