using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HybridAssistant.Api.Chat;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Api.OpenAi;

/// <summary>
/// Reads the messages: the last is the question, the user's and assistant's turns before it are its history. System and
/// developer messages are read for their form and set aside: what the sheets state is no matter of instructions.
/// </summary>
internal sealed class MessageReader(RequestFields fields)
{
    public Question ReadQuestion(JsonElement root)
    {
        if (!RequestFields.Has(root, "messages", out JsonElement messages))
        {
            fields.Refuse("messages", "missing_required_parameter", "'messages' is missing.");
            return new Question { Message = "" };
        }

        if (!fields.IsOf(messages, "messages", "array", JsonValueKind.Array))
        {
            return new Question { Message = "" };
        }

        ImmutableArray<ChatTurn> turns = [.. messages.EnumerateArray().Select(ReadTurn).OfType<ChatTurn>()];
        if (turns is not [.., { Role: ChatRole.User } question])
        {
            fields.Refuse("messages", "invalid_value", "The last message must be the user's: it is the question.");
            return new Question { Message = "" };
        }

        // These clients send whole conversations and cannot know our limit; the latest turns are what a follow-up refers to.
        return new Question { Message = question.Content, History = [.. turns[..^1].TakeLast(ChatLimits.MaxTurns)] };
    }

    private ChatTurn? ReadTurn(JsonElement message, int index)
    {
        string place = $"messages[{index}]";
        if (!fields.IsOf(message, place, "object", JsonValueKind.Object))
        {
            return null;
        }

        string role = fields.Text(message, "role", place + ".role");
        if (role is not ("system" or "developer" or "user" or "assistant"))
        {
            string why = role is "tool" or "function" ? UnservedOption.All["tools"].Why : "It must be system, developer, user or assistant.";
            fields.Refuse(place + ".role", "unsupported_value", $"The role is '{role}'. {why}");
            return null;
        }

        RefuseExtras(message, place);
        string content = ReadContent(message, place + ".content");
        return role switch
        {
            "user" => new ChatTurn(ChatRole.User, Bounded(content, place)),
            "assistant" => new ChatTurn(ChatRole.Assistant, Bounded(SaidText.Of(content), place)),
            _ => null,
        };
    }

    private void RefuseExtras(JsonElement message, string place)
    {
        fields.RefuseUnknown(message, place + ".", name => name is
            "role" or "content" or "name" or "refusal" or "annotations" or "tool_calls" or "function_call" or "audio" or "reasoning_content");
        foreach (string name in (string[])["tool_calls", "function_call"])
        {
            if (RequestFields.Has(message, name, out JsonElement value) && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
            {
                fields.Refuse($"{place}.{name}", "unsupported_parameter", UnservedOption.All["tools"].Why);
            }
        }

        if (RequestFields.Has(message, "audio", out _))
        {
            fields.Refuse(place + ".audio", "unsupported_parameter", UnservedOption.All["audio"].Why);
        }
    }

    private string ReadContent(JsonElement message, string place)
    {
        if (message.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array)
        {
            return string.Join('\n', content.EnumerateArray().Select((part, i) => ReadPart(part, $"{place}[{i}]")));
        }

        return fields.Text(message, "content", place);
    }

    private string ReadPart(JsonElement part, string place)
    {
        if (!fields.IsOf(part, place, "object", JsonValueKind.Object))
        {
            return "";
        }

        string type = fields.Text(part, "type", place + ".type");
        if (type is "text" or "refusal")
        {
            return fields.Text(part, type, $"{place}.{type}");
        }

        fields.Refuse(place + ".type", "unsupported_value", $"The part is of the type '{type}'. The service reads text alone.");
        return "";
    }

    private string Bounded(string content, string place)
    {
        int bytes = Encoding.UTF8.GetByteCount(content);
        if (bytes > ChatLimits.MaxMessageBytes)
        {
            fields.Refuse(place + ".content", "string_above_max_length", $"The message has {bytes} bytes; at most {ChatLimits.MaxMessageBytes} are allowed.");
        }

        return content;
    }
}
