namespace HybridAssistant.Knowledge.Indexing.Rebuilding;

/// <summary>Makes a new index beside the one in use, which may be of another format, of another model, or damaged.</summary>
public interface IIndexReplacer
{
    /// <summary>The documents of the index in use and where they came from, whatever its format.</summary>
    /// <returns>Origin by document; null where it is missing, damaged or no index.</returns>
    Task<IReadOnlyDictionary<string, string>?> ReadOriginsAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins a new, empty index; what a rebuild that was cut off left is removed.</summary>
    /// <exception cref="KnowledgeIndexException">It cannot be made.</exception>
    Task<IIndexDraft> BeginAsync(CancellationToken cancellationToken = default);
}
