using System.Collections.Immutable;

namespace HybridAssistant.Api.OpenAi;

/// <summary>The response of /v1/models.</summary>
internal sealed record ModelList(string Object, ImmutableArray<ModelCard> Data);
