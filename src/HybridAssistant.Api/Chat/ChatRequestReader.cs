using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Api.Chat;

/// <summary>
/// Reads a chat request strictly: every fault is named with its field, all at once. Done by hand because the serializer's
/// messages stop at the first fault and speak of types.
/// </summary>
internal sealed class ChatRequestReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly SortedDictionary<string, string[]> _faults = new(StringComparer.Ordinal);

    private ChatRequestReader()
    {
    }

    /// <summary>Reads a request's body.</summary>
    /// <returns>The question; or what is wrong, by field.</returns>
    public static ChatRequestReading Read(ReadOnlyMemory<byte> body)
    {
        var reader = new ChatRequestReader();
        try
        {
            using JsonDocument json = JsonDocument.Parse(body, Strict);
            Question question = reader.ReadQuestion(json.RootElement);
            return reader._faults.Count == 0 ? ChatRequestReading.Of(question) : ChatRequestReading.Faulty(reader._faults);
        }
        catch (JsonException e)
        {
            reader.Fault("$", body.IsEmpty
                ? "The body is empty. Send a JSON object with \"message\"."
                : $"The body is not valid JSON: {e.Message}");
            return ChatRequestReading.Faulty(reader._faults);
        }
    }

    private Question ReadQuestion(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Fault("$", $"The body is a JSON {JsonKind.Of(root)}; send an object with \"message\".");
            return new Question { Message = "" };
        }

        RefuseUnknown(root, "", "message", "history", "conversationId", "filters", "voice");
        string message = ReadText(root, "message", "message", required: true, ChatLimits.MaxMessageBytes) ?? "";
        if (ReadText(root, "voice", "voice", required: false, ChatLimits.MaxNameLength) is { } voice)
        {
            Fault("voice", $"There is no voice '{voice}': no voices are installed. Leave the field out.");
        }

        JsonElement filters = ReadObject(root, "filters");
        if (filters.ValueKind == JsonValueKind.Object)
        {
            RefuseUnknown(filters, "filters.", "product", "document");
        }

        return new Question
        {
            Message = message,
            History = ReadHistory(root),
            ConversationId = ReadText(root, "conversationId", "conversationId", required: false, ChatLimits.MaxNameLength),
            ProductFilter = ReadText(filters, "product", "filters.product", required: false, ChatLimits.MaxNameLength),
            DocumentFilter = ReadText(filters, "document", "filters.document", required: false, ChatLimits.MaxNameLength),
        };
    }

    private ImmutableArray<ChatTurn> ReadHistory(JsonElement root)
    {
        if (!root.TryGetProperty("history", out JsonElement history) || history.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (history.ValueKind != JsonValueKind.Array)
        {
            Fault("history", $"The field is a JSON {JsonKind.Of(history)}; it must be an array of turns.");
            return [];
        }

        if (history.GetArrayLength() > ChatLimits.MaxTurns)
        {
            Fault("history", $"The field has {history.GetArrayLength()} turns; at most {ChatLimits.MaxTurns} are allowed. Send the latest ones.");
            return [];
        }

        return [.. history.EnumerateArray().Select(ReadTurn)];
    }

    private ChatTurn ReadTurn(JsonElement turn, int index)
    {
        string place = $"history[{index}]";
        if (turn.ValueKind != JsonValueKind.Object)
        {
            Fault(place, $"The turn is a JSON {JsonKind.Of(turn)}; it must be an object with \"role\" and \"content\".");
            return new ChatTurn(ChatRole.User, "");
        }

        RefuseUnknown(turn, place + ".", "role", "content");
        string role = ReadText(turn, "role", place + ".role", required: true, ChatLimits.MaxNameLength) ?? "user";
        if (role is not ("user" or "assistant"))
        {
            Fault(place + ".role", $"The role is '{role}'; it must be 'user' or 'assistant'.");
        }

        string content = ReadText(turn, "content", place + ".content", required: true, ChatLimits.MaxMessageBytes) ?? "";
        return new ChatTurn(role == "assistant" ? ChatRole.Assistant : ChatRole.User, content);
    }

    private string? ReadText(JsonElement parent, string name, string place, bool required, int maxBytes)
    {
        if (parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out JsonElement value)
            || value.ValueKind == JsonValueKind.Null)
        {
            return required ? Fault(place, "The field is missing.") : null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Fault(place, $"The field is a JSON {JsonKind.Of(value)}; it must be a string.");
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Fault(place, "The field holds half of a surrogate pair, which is no text.");
        }

        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > maxBytes)
        {
            return Fault(place, $"The field has {bytes} bytes; at most {maxBytes} are allowed.");
        }

        return required && string.IsNullOrWhiteSpace(text) ? Fault(place, "The field is empty.") : text;
    }

    private JsonElement ReadObject(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Fault(name, $"The field is a JSON {JsonKind.Of(value)}; it must be an object.");
            return default;
        }

        return value;
    }

    private void RefuseUnknown(JsonElement parent, string prefix, params ReadOnlySpan<string> allowed)
    {
        foreach (JsonProperty property in parent.EnumerateObject())
        {
            if (!allowed.Contains(property.Name))
            {
                Fault(prefix + property.Name, $"The field is unknown; allowed here: {string.Join(", ", allowed!)}.");
            }
        }
    }

    private string? Fault(string place, string problem)
    {
        _faults[place] = [problem];
        return null;
    }
}
