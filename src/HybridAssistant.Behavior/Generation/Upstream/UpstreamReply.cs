using System.Text.Json;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>
/// Reads the JSON of an upstream's reply. Models wrap it in a code fence, think aloud before it or add fields; all of that is
/// passed over, since what counts is checked later, on the text.
/// </summary>
internal static class UpstreamReply
{
    /// <summary>Longest text that is taken, in characters: a wording is one or two sentences.</summary>
    public const int MaxAnswerLength = 2_000;

    private const string EndOfThought = "</think>";

    /// <summary>The text for the customer, not verified yet.</summary>
    /// <exception cref="UpstreamException">There is no object with a text "answer" in the reply.</exception>
    public static string ReadAnswer(string reply)
    {
        int thought = reply.LastIndexOf(EndOfThought, StringComparison.Ordinal);
        string said = thought < 0 ? reply : reply[(thought + EndOfThought.Length)..];
        int open = said.IndexOf('{', StringComparison.Ordinal);
        int close = said.LastIndexOf('}');
        if (open < 0 || close < open)
        {
            throw Malformed("holds no JSON object");
        }

        string answer = Parse(said[open..(close + 1)]).Trim();
        return answer.Length is > 0 and <= MaxAnswerLength
            ? answer
            : throw Malformed($"has an answer of {answer.Length} characters; 1 to {MaxAnswerLength} are taken");
    }

    private static string Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("answer", out JsonElement answer) && answer.ValueKind == JsonValueKind.String
                ? answer.GetString()!
                : throw Malformed("has no text 'answer'");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair.
            throw Malformed("is no JSON");
        }
    }

    // The reply itself stays out of the message, which ends up in a log.
    private static UpstreamException Malformed(string what) => new(
        UpstreamFault.Malformed, $"The upstream's reply {what}. Set {UpstreamOptions.Section}:JsonSchema to on where the server has it.");
}
