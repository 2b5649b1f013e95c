using System.Text.Json;

namespace HybridAssistant.Behavior.Grounding.Filling;

/// <summary>Reads the internal JSON of a reply.</summary>
public static class ReplyReader
{
    /// <summary>The text with slots.</summary>
    /// <exception cref="ReplyFormatException">It is no JSON, or not of the schema.</exception>
    public static string ReadText(string json)
    {
        try
        {
            using JsonDocument reply = JsonDocument.Parse(json);
            return reply.RootElement.ValueKind == JsonValueKind.Object
                && reply.RootElement.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.String
                && reply.RootElement.TryGetProperty("answer", out JsonElement answer) && answer.ValueKind == JsonValueKind.String
                && reply.RootElement.EnumerateObject().Count() == 2
                    ? answer.GetString()!
                    : throw new ReplyFormatException("The reply is JSON, but not an object of the two strings 'status' and 'answer'.");
        }
        catch (JsonException e)
        {
            throw new ReplyFormatException($"The reply is no JSON: {e.Message}", e);
        }
    }
}
