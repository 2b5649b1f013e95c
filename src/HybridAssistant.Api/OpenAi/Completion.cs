using System.Collections.Immutable;
using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>The response of /v1/chat/completions.</summary>
/// <param name="Id">"chatcmpl-" and the answer's id.</param>
/// <param name="Object">"chat.completion".</param>
/// <param name="Created">Seconds since 1970.</param>
/// <param name="Model">The model that was asked for.</param>
/// <param name="SystemFingerprint">The version of the index: the same question at the same version has the same facts.</param>
/// <param name="Choices">One.</param>
/// <param name="Usage">What a language model read and wrote; null where it is not known.</param>
/// <param name="Hybrid">Our extension: the response as /v1/chat gives it.</param>
internal sealed record Completion(
    string Id,
    string Object,
    long Created,
    string Model,
    string SystemFingerprint,
    ImmutableArray<CompletionChoice> Choices,
    CompletionUsage? Usage,
    JsonElement Hybrid);
