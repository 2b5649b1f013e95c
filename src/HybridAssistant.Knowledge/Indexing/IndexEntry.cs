using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>One fact or one passage with what is needed to rank and cite it.</summary>
/// <param name="Fact">The fact; null for a passage.</param>
/// <param name="Passage">The passage; null for a fact.</param>
/// <param name="Title">Title of the sheet.</param>
/// <param name="Revision">Revision of the sheet, if printed.</param>
public sealed record IndexEntry(Fact? Fact, Passage? Passage, string Title, string? Revision)
{
    /// <summary>Id of the fact or passage.</summary>
    public string Id => Fact?.Id ?? Passage!.Id;

    /// <summary>File name of the sheet.</summary>
    public string Document => Fact?.Document ?? Passage!.Document;

    /// <summary>Page, counted from 1.</summary>
    public int Page => Fact?.Page ?? Passage!.Page;
}
