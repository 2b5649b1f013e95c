using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>What the replacement of a document changed.</summary>
/// <param name="Document">File name.</param>
/// <param name="IsNew">True where the document was not in the index before.</param>
/// <param name="Facts">Changed, added and removed facts, in document order.</param>
public sealed record SheetChange(string Document, bool IsNew, ImmutableArray<FactChange> Facts)
{
    /// <summary>When the replacement was committed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
