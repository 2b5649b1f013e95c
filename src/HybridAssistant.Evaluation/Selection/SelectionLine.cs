using System.Text.Json.Serialization;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>A question with candidate facts, as its line spells it.</summary>
internal sealed record SelectionLine
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("question")]
    public required string Question { get; init; }

    [JsonPropertyName("answerable")]
    public required bool Answerable { get; init; }

    [JsonPropertyName("right")]
    public required IReadOnlyList<int> Right { get; init; }

    [JsonPropertyName("candidates")]
    public required IReadOnlyList<SelectionCandidate> Candidates { get; init; }
}
