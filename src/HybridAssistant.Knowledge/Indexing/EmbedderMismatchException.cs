namespace HybridAssistant.Knowledge.Indexing;

/// <summary>The vectors of the index were made by another embedding model than the one configured.</summary>
/// <param name="location">Path or address of the index.</param>
/// <param name="indexed">Fingerprint of the model that made the index; null: it was made without one.</param>
/// <param name="configured">Fingerprint of the configured model; null: none is configured.</param>
public sealed class EmbedderMismatchException(string location, string? indexed, string? configured) : KnowledgeIndexException(
    $"The index '{location}' was made {Describe(indexed)}, but this program is configured {Describe(configured)}. "
    + "Configure the model that made the index, or run 'hybrid index rebuild' to make it anew.")
{
    /// <summary>Fingerprint of the model that made the index; null: it was made without one.</summary>
    public string? Indexed { get; } = indexed;

    /// <summary>Fingerprint of the configured model; null: none.</summary>
    public string? Configured { get; } = configured;

    private static string Describe(string? fingerprint) =>
        fingerprint is null ? "without an embedding model" : $"with the embedding model '{fingerprint}'";
}
