using System.Text.Json;

namespace HybridAssistant.Tests.Upstream;

/// <summary>A request as the server got it.</summary>
internal sealed record UpstreamRequest(JsonElement Body, string? Authorization)
{
    public bool HasSchema => Body.TryGetProperty("response_format", out _);

    public string Model => Body.GetProperty("model").GetString()!;

    public string TextOf(int message) => Body.GetProperty("messages")[message].GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()! : Body.GetProperty("messages")[message].GetProperty("content")[0].GetProperty("text").GetString()!;
}
