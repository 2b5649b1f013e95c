namespace HybridAssistant.Knowledge.Indexing;

/// <summary>The index was written in a format that this version does not read.</summary>
/// <param name="location">Path of the index.</param>
/// <param name="found">Format version found.</param>
/// <param name="expected">Format version that this program reads and writes.</param>
public sealed class IndexFormatException(string location, int found, int expected) : KnowledgeIndexException(
    found > expected
        ? $"The index '{location}' has format {found}; this version of hybrid reads format {expected}. Use the newer version, or run 'hybrid index rebuild' to make it anew."
        : $"The index '{location}' has the older format {found}; this version of hybrid reads format {expected}. Run 'hybrid index rebuild' to make it anew from the stored documents.")
{
    /// <summary>Format version found.</summary>
    public int Found { get; } = found;

    /// <summary>Format version that this program reads and writes.</summary>
    public int Expected { get; } = expected;
}
