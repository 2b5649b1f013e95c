namespace HybridAssistant.Knowledge.Indexing;

/// <summary>What a search looks through. Facts and passages differ in length, so their BM25 scores are best ranked apart.</summary>
[Flags]
public enum EntryKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Quotable facts.</summary>
    Facts = 1,

    /// <summary>Passages.</summary>
    Passages = 2,

    /// <summary>Both.</summary>
    All = Facts | Passages,
}
