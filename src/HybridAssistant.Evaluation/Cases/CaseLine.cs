using System.Text.Json.Serialization;

namespace HybridAssistant.Evaluation.Cases;

/// <summary>A case as its line spells it.</summary>
internal sealed record CaseLine
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("doc")]
    public string? Document { get; init; }

    [JsonPropertyName("page")]
    public int? Page { get; init; }

    [JsonPropertyName("question")]
    public string? Question { get; init; }

    [JsonPropertyName("history")]
    public IReadOnlyList<CaseTurn>? History { get; init; }

    [JsonPropertyName("answerable")]
    public bool? Answerable { get; init; }

    [JsonPropertyName("values")]
    public IReadOnlyList<string>? Values { get; init; }

    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    [JsonPropertyName("expect")]
    public string? Expect { get; init; }
}
