using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Output;

/// <summary>A retrieved entry as `hybrid search --json` writes it.</summary>
internal sealed record SearchLine(int Rank, double Score, string Doc, int Page, string Kind, string Line)
{
    public static SearchLine Of(int rank, ScoredEntry scored) => new(
        rank,
        scored.Score,
        scored.Entry.Document,
        scored.Entry.Page,
        scored.Entry.Fact is null ? "passage" : "fact",
        EntryText.Line(scored.Entry));
}
