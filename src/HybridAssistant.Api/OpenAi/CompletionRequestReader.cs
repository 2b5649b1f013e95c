using System.Collections.Frozen;
using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>
/// Reads a request of /v1/chat/completions strictly: what we do not do is refused by name, and what only steers a model's
/// sampling or accounting is taken without effect, for clients send it unasked.
/// </summary>
internal sealed class CompletionRequestReader
{
    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.Ordinal, "model", "messages", "stream", "stream_options", "response_format");

    private static readonly FrozenDictionary<string, JsonValueKind> WithoutEffect = new Dictionary<string, JsonValueKind>
    {
        ["temperature"] = JsonValueKind.Number,
        ["top_p"] = JsonValueKind.Number,
        ["presence_penalty"] = JsonValueKind.Number,
        ["frequency_penalty"] = JsonValueKind.Number,
        ["seed"] = JsonValueKind.Number,
        ["max_tokens"] = JsonValueKind.Number,
        ["max_completion_tokens"] = JsonValueKind.Number,
        ["parallel_tool_calls"] = JsonValueKind.Undefined,
        ["user"] = JsonValueKind.String,
        ["safety_identifier"] = JsonValueKind.String,
        ["prompt_cache_key"] = JsonValueKind.String,
        ["prompt_cache_retention"] = JsonValueKind.String,
        ["service_tier"] = JsonValueKind.String,
        ["reasoning_effort"] = JsonValueKind.String,
        ["verbosity"] = JsonValueKind.String,
        ["metadata"] = JsonValueKind.Object,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly RequestFields _fields;

    private CompletionRequestReader(RequestFields fields) => _fields = fields;

    /// <summary>Reads the object of a request's body.</summary>
    public static CompletionRequest ReadRequest(RequestFields fields, JsonElement root) => new CompletionRequestReader(fields).ReadRequest(root);

    private CompletionRequest ReadRequest(JsonElement root)
    {
        _fields.RefuseUnknown(root, "", name =>
            Read.Contains(name) || WithoutEffect.ContainsKey(name) || UnservedOption.All.ContainsKey(name));
        string model = _fields.Text(root, "model", "model");
        RefuseUnserved(root);
        CheckWithoutEffect(root);
        bool isStreamed = _fields.Flag(root, "stream", "stream");
        return new CompletionRequest(
            model,
            new MessageReader(_fields).ReadQuestion(root),
            isStreamed,
            ReadStreamOptions(root, isStreamed),
            new ResponseFormatReader(_fields).WantsJson(root));
    }

    private void RefuseUnserved(JsonElement root)
    {
        foreach ((string name, UnservedOption option) in UnservedOption.All)
        {
            if (root.TryGetProperty(name, out JsonElement value) && !option.Allows(value))
            {
                _fields.Refuse(name, option.Neutral.Length == 0 ? "unsupported_parameter" : "unsupported_value", option.Why);
            }
        }
    }

    private void CheckWithoutEffect(JsonElement root)
    {
        foreach ((string name, JsonValueKind kind) in WithoutEffect)
        {
            if (kind != JsonValueKind.Undefined && RequestFields.Has(root, name, out JsonElement value))
            {
                _fields.IsOf(value, name, kind.ToString().ToLowerInvariant(), kind);
            }
        }

        _ = _fields.Flag(root, "parallel_tool_calls", "parallel_tool_calls");
    }

    private bool ReadStreamOptions(JsonElement root, bool isStreamed)
    {
        if (!RequestFields.Has(root, "stream_options", out JsonElement options)
            || !_fields.IsOf(options, "stream_options", "object", JsonValueKind.Object))
        {
            return false;
        }

        if (!isStreamed)
        {
            _fields.Refuse("stream_options", "invalid_value", "'stream_options' needs 'stream' to be true.");
        }

        _fields.RefuseUnknown(options, "stream_options.", name => name is "include_usage" or "include_obfuscation");
        return _fields.Flag(options, "include_usage", "stream_options.include_usage");
    }
}
