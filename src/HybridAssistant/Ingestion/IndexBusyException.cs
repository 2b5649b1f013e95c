using System.Globalization;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Another process kept writing the index for longer than a writer waits.</summary>
/// <param name="lockPath">Path of the lock.</param>
/// <param name="holder">Who holds it, as it named itself; null where that could not be read.</param>
/// <param name="waited">How long this writer waited.</param>
public sealed class IndexBusyException(string lockPath, string? holder, TimeSpan waited) : KnowledgeIndexException(
    string.Create(
        CultureInfo.InvariantCulture,
        $"The index is being written by {holder ?? "another process"}, whose lock '{lockPath}' was not free within {waited.TotalSeconds:0.#} s. Wait for it to finish, or end it, and try again."))
{
    /// <summary>Who holds the index.</summary>
    public string? Holder { get; } = holder;
}
