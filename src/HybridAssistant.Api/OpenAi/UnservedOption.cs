using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>A field of OpenAI's that the service takes only at values which ask for nothing.</summary>
/// <param name="Why">What is not done, and what to do instead.</param>
/// <param name="Neutral">The values that are taken, as JSON; null always is.</param>
internal sealed record UnservedOption(string Why, params string[] Neutral)
{
    private const string NoTools = "The service calls no tools: it looks into the spec sheets by itself. MCP clients find its own tools at /mcp.";
    private const string TextOnly = "The service answers in text alone.";
    private const string Whole = "An answer is verified as a whole, not token by token.";

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, UnservedOption> All { get; } = new Dictionary<string, UnservedOption>(StringComparer.Ordinal)
    {
        ["n"] = new("A question has one answer; leave 'n' out or set it to 1.", "1"),
        ["tools"] = new(NoTools, "[]"),
        ["tool_choice"] = new(NoTools, "\"none\"", "\"auto\""),
        ["functions"] = new(NoTools, "[]"),
        ["function_call"] = new(NoTools, "\"none\"", "\"auto\""),
        ["logprobs"] = new(Whole, "false"),
        ["top_logprobs"] = new(Whole, "0"),
        ["logit_bias"] = new(Whole, "{}"),
        ["stop"] = new("An answer is one to a few sentences and is never cut; leave 'stop' out.", "[]"),
        ["modalities"] = new(TextOnly, "[\"text\"]"),
        ["audio"] = new(TextOnly),
        ["prediction"] = new("The text is written from the sheets; leave 'prediction' out."),
        ["web_search_options"] = new("The service answers from the spec sheets alone."),
        ["store"] = new("The service stores no conversations; leave 'store' out.", "false"),
    };

    /// <summary>Whether a value asks for nothing.</summary>
    public bool Allows(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || Neutral.Any(text => JsonElement.DeepEquals(JsonElement.Parse(text), value));
}
