using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>What an assistant's turn said. One of ours in the form of JSON said its <c>answer</c>.</summary>
internal static class SaidText
{
    public static string Of(string content)
    {
        if (!content.StartsWith('{'))
        {
            return content;
        }

        try
        {
            JsonElement turn = JsonElement.Parse(content);
            return turn.TryGetProperty("citations", out _) && turn.TryGetProperty("answer", out JsonElement answer) && answer.ValueKind == JsonValueKind.String
                ? answer.GetString()!
                : content;
        }
        catch (JsonException)
        {
            // A text that begins with a brace.
            return content;
        }
    }
}
