using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Core.Answers;

/// <summary>A chosen fact, or a sentence of a passage, with what a citation of it needs.</summary>
public sealed record Evidence
{
    /// <summary>The fact; null where running text is quoted.</summary>
    public Fact? Fact { get; init; }

    /// <summary>The passage; null where a fact is cited.</summary>
    public Passage? Passage { get; init; }

    /// <summary>The quoted sentence of <see cref="Passage"/>, exactly as printed; empty for a fact.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What the sheet's legend says of the mark that is the value ("●" is "standard"); empty where it says nothing.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>Title of the sheet.</summary>
    public required string Title { get; init; }

    /// <summary>Revision of the sheet; null where none is printed.</summary>
    public string? Revision { get; init; }
}
