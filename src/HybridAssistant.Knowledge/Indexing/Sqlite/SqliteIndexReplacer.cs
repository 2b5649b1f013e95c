using HybridAssistant.Knowledge.Indexing.Rebuilding;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Makes a new index file beside the one in use.</summary>
/// <param name="options">The index in use, and the model of the new one.</param>
/// <param name="time">The clock.</param>
public sealed class SqliteIndexReplacer(SqliteIndexOptions options, TimeProvider time) : IIndexReplacer
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>?> ReadOriginsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(IndexReplacement.ReadOrigins(options.Path));

    /// <inheritdoc/>
    public Task<IIndexDraft> BeginAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IIndexDraft>(SqliteIndexDraft.Begin(options, time));
    }
}
