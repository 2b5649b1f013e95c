using System.Text.Json.Serialization;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>A candidate fact as a line of selection cases spells it.</summary>
internal sealed record SelectionCandidate
{
    [JsonPropertyName("doc")]
    public required string Document { get; init; }

    [JsonPropertyName("page")]
    public required int Page { get; init; }

    [JsonPropertyName("product")]
    public required IReadOnlyList<string> Product { get; init; }

    [JsonPropertyName("section")]
    public string Section { get; init; } = "";

    [JsonPropertyName("attribute")]
    public string Attribute { get; init; } = "";

    [JsonPropertyName("condition")]
    public string Condition { get; init; } = "";

    [JsonPropertyName("value")]
    public required string Value { get; init; }

    [JsonPropertyName("unit")]
    public string Unit { get; init; } = "";
}
