using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.SemanticKernel;

/// <summary>What a function returns.</summary>
/// <param name="Status">"found", the status of an answer, or "bad_input".</param>
internal sealed record ToolResult(string Status)
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Read by models, which copy "°" better than "\u00B0".
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The product that was asked for, in a comparison; null elsewhere.</summary>
    public string? Product { get; init; }

    /// <summary>The facts; null where there are none.</summary>
    public ImmutableArray<ToolFact>? Facts { get; init; }

    /// <summary>What to choose from; null where nothing is asked back.</summary>
    public ImmutableArray<string>? Choices { get; init; }

    /// <summary>What is wrong with the input, and what is allowed; null where nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>An answer's facts. Its wording is left out.</summary>
    public static ToolResult Of(Answer answer) => new(AnswerStatusName.Of(answer.Status))
    {
        Facts = answer.Facts.IsEmpty ? null : [.. answer.Facts.Select(f => ToolFact.Of(f, answer.Citations[f.Citation - 1]))],
        Choices = answer.Choices.IsEmpty ? null : answer.Choices,
    };

    /// <summary>Input that is not taken.</summary>
    public static ToolResult Refused(string error) => new("bad_input") { Error = error };

    /// <summary>Several results as one line of JSON.</summary>
    public static string ToJson(ImmutableArray<ToolResult> results) => JsonSerializer.Serialize(new { results }, Compact);

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Compact);
}
