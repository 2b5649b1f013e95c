using System.Collections.Concurrent;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Keeps the facts of whole sheets for one content of the index: reading a few hundred rows costs more than all else of a
/// question. Filtered reads pass by it.
/// </summary>
internal sealed class SheetFactCache
{
    // About 1 KB a fact: 40 MB.
    private const int MaxFacts = 40_000;

    private State _state = new("");

    /// <summary>The quotable facts of a document, in order.</summary>
    public async Task<ImmutableArray<IndexEntry>> GetAsync(
        string document, int limit, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        State state = Volatile.Read(ref _state);
        if (state.Version != snapshot.Version || state.Count > MaxFacts)
        {
            state = new State(snapshot.Version);
            Volatile.Write(ref _state, state);
        }

        if (state.Sheets.TryGetValue(document, out ImmutableArray<IndexEntry> known))
        {
            return known;
        }

        var filter = new EntryFilter { Documents = [document], Kinds = EntryKinds.Facts };
        ImmutableArray<IndexEntry> facts = [.. await snapshot.GetFactsAsync(filter, limit, cancellationToken).ConfigureAwait(false)];
        if (state.Sheets.TryAdd(document, facts))
        {
            Interlocked.Add(ref state.Count, facts.Length);
        }

        return facts;
    }

    private sealed class State(string version)
    {
        public int Count;

        public string Version => version;

        public ConcurrentDictionary<string, ImmutableArray<IndexEntry>> Sheets { get; } = new(StringComparer.Ordinal);
    }
}
