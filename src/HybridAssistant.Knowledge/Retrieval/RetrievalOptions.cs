using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>How much retrieval brings. Section <c>Retrieval</c>.</summary>
public sealed class RetrievalOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Retrieval";

    /// <summary>Entries of each lane (BM25, vectors), 10 to 500. Default 60.</summary>
    [Range(10, 500, ErrorMessage = "Retrieval:LaneDepth must be between {1} and {2}.")]
    public int LaneDepth { get; set; } = 60;

    /// <summary>Sheets whose facts are all looked at, 1 to 20. Default 3: the right one is among them in all development cases.</summary>
    [Range(1, 20, ErrorMessage = "Retrieval:WholeSheets must be between {1} and {2}.")]
    public int WholeSheets { get; set; } = 3;

    /// <summary>Facts of one question's sheets at most, 100 to 20,000. Default 1,500; bounds the time of a question.</summary>
    [Range(100, 20_000, ErrorMessage = "Retrieval:MaxFacts must be between {1} and {2}.")]
    public int MaxFacts { get; set; } = 1_500;
}
