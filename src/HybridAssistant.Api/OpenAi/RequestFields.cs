using System.Text.Json;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Reads the fields of a request strictly and keeps the first fault: OpenAI's form of errors names one field.</summary>
internal sealed class RequestFields
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private RequestFields()
    {
    }

    /// <summary>The first fault; null: none so far.</summary>
    public OpenAiFault? Fault { get; private set; }

    /// <summary>Reads a body that must be a JSON object.</summary>
    /// <param name="body">The body; null where it was larger than allowed.</param>
    /// <param name="maxBytes">What is allowed.</param>
    /// <param name="read">Reads the object; its result is not used where there was a fault.</param>
    public static (T? Request, OpenAiFault? Fault) Read<T>(byte[]? body, int maxBytes, Func<RequestFields, JsonElement, T> read)
        where T : class
    {
        if (body is null)
        {
            return (null, OpenAiFault.Invalid(null, "request_too_large",
                $"The body is larger than {maxBytes} bytes. Send less, or raise {ApiOptions.Section}:{nameof(ApiOptions.MaxChatBytes)}."));
        }

        var fields = new RequestFields();
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, OpenAiFault.Invalid(null, "invalid_type", $"The body is a JSON {JsonKind.Of(json.RootElement)}; send an object."));
            }

            T request = read(fields, json.RootElement);
            return fields.Fault is null ? (request, null) : (null, fields.Fault);
        }
        catch (JsonException e)
        {
            return (null, OpenAiFault.Invalid(null, "invalid_json", $"The body is not valid JSON: {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            // What JsonElement throws for a string that no text can be made of; the fields are asked for their kind before.
            return (null, OpenAiFault.Invalid(null, "invalid_json", "The body holds half of a surrogate pair, or bytes that are no UTF-8."));
        }
    }

    /// <summary>A field that is there and not null.</summary>
    public static bool Has(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Keeps a fault unless there is one.</summary>
    public void Refuse(string? param, string code, string message) => Fault ??= OpenAiFault.Invalid(param, code, message);

    /// <summary>Refuses fields that are not among those known.</summary>
    public void RefuseUnknown(JsonElement parent, string prefix, Func<string, bool> isKnown)
    {
        foreach (JsonProperty property in parent.EnumerateObject().Where(property => !isKnown(property.Name)))
        {
            Refuse(prefix + property.Name, "unknown_parameter", $"Unrecognized request argument supplied: {prefix}{property.Name}.");
        }
    }

    /// <summary>A required text that is not blank; empty where there is a fault.</summary>
    public string Text(JsonElement parent, string name, string place)
    {
        if (!Has(parent, name, out JsonElement value))
        {
            Refuse(place, "missing_required_parameter", $"'{place}' is missing.");
            return "";
        }

        if (!IsOf(value, place, "string", JsonValueKind.String))
        {
            return "";
        }

        string text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(place, "invalid_value", $"'{place}' is empty.");
        }

        return text;
    }

    /// <summary>An optional boolean.</summary>
    public bool Flag(JsonElement parent, string name, string place) =>
        Has(parent, name, out JsonElement value)
        && IsOf(value, place, "boolean", JsonValueKind.True, JsonValueKind.False)
        && value.GetBoolean();

    /// <summary>Whether a value is of the kind that a field takes; refused where not.</summary>
    public bool IsOf(JsonElement value, string place, string kind, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (kinds.Contains(value.ValueKind))
        {
            return true;
        }

        Refuse(place, "invalid_type", $"'{place}' is a JSON {JsonKind.Of(value)}; it must be of the type {kind}.");
        return false;
    }
}
