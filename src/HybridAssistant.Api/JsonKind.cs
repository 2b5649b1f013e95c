using System.Text.Json;

namespace HybridAssistant.Api;

/// <summary>What a JSON value is called when a fault names it.</summary>
internal static class JsonKind
{
    /// <summary>"object", "array", "string", "number", "boolean" or "null".</summary>
    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => element.ValueKind.ToString().ToLowerInvariant(),
    };
}
