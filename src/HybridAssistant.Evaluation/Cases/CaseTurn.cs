using System.Text.Json.Serialization;

namespace HybridAssistant.Evaluation.Cases;

/// <summary>An earlier turn as a case's line spells it.</summary>
internal sealed record CaseTurn(
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("content")] string Content);
