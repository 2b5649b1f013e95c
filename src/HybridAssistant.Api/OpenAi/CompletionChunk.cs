using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HybridAssistant.Api.OpenAi;

/// <summary>One event of a streamed completion.</summary>
/// <param name="Id">As in <see cref="Completion"/>.</param>
/// <param name="Object">"chat.completion.chunk".</param>
/// <param name="Created">As in <see cref="Completion"/>.</param>
/// <param name="Model">As in <see cref="Completion"/>.</param>
/// <param name="SystemFingerprint">As in <see cref="Completion"/>.</param>
/// <param name="Choices">One; none in the event of the usage.</param>
internal sealed record CompletionChunk(
    string Id, string Object, long Created, string Model, string SystemFingerprint, ImmutableArray<CompletionChunkChoice> Choices)
{
    /// <summary>With the last event, where it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletionUsage? Usage { get; init; }

    /// <summary>Our extension, with the event that ends the text: the response as /v1/chat gives it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Hybrid { get; init; }
}
