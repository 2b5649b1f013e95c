using System.Text.Json.Serialization;

namespace HybridAssistant.Api.Pages;

/// <summary>Writes text as a literal of a script.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class PageText : JsonSerializerContext;
