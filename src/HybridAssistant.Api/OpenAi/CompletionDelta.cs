using System.Text.Json.Serialization;

namespace HybridAssistant.Api.OpenAi;

/// <summary>A piece of the message.</summary>
internal sealed record CompletionDelta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content);
