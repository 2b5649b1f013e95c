using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HybridAssistant.Api.Chat;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Reads a request of /v1/embeddings strictly.</summary>
internal static class EmbeddingRequestReader
{
    /// <summary>Most texts of a request: what two processors embed in about a second.</summary>
    public const int MaxInputs = 256;

    /// <summary>Reads the object of a request's body.</summary>
    public static EmbeddingRequest ReadRequest(RequestFields fields, JsonElement root)
    {
        fields.RefuseUnknown(root, "", name => name is "model" or "input" or "encoding_format" or "dimensions" or "user");
        string model = fields.Text(root, "model", "model");
        string encoding = RequestFields.Has(root, "encoding_format", out _) ? fields.Text(root, "encoding_format", "encoding_format") : "float";
        if (encoding is not ("float" or "base64"))
        {
            fields.Refuse("encoding_format", "unsupported_value", $"The encoding is '{encoding}'; it must be float or base64.");
        }

        int? dimensions = null;
        if (RequestFields.Has(root, "dimensions", out JsonElement wished) && fields.IsOf(wished, "dimensions", "integer", JsonValueKind.Number))
        {
            dimensions = wished.TryGetInt32(out int number) ? number : 0;
        }

        return new EmbeddingRequest(model, ReadInputs(fields, root), encoding == "base64", dimensions);
    }

    private static ImmutableArray<string> ReadInputs(RequestFields fields, JsonElement root)
    {
        if (!RequestFields.Has(root, "input", out JsonElement input))
        {
            fields.Refuse("input", "missing_required_parameter", "'input' is missing.");
            return [];
        }

        if (input.ValueKind == JsonValueKind.String)
        {
            return [Bounded(fields, input, "input")];
        }

        if (!fields.IsOf(input, "input", "string or array of strings", JsonValueKind.Array))
        {
            return [];
        }

        if (input.GetArrayLength() is 0 or > MaxInputs)
        {
            fields.Refuse("input", "invalid_value", $"'input' has {input.GetArrayLength()} texts; send 1 to {MaxInputs}.");
            return [];
        }

        return [.. input.EnumerateArray().Select((text, i) => Bounded(fields, text, $"input[{i}]"))];
    }

    private static string Bounded(RequestFields fields, JsonElement text, string place)
    {
        if (text.ValueKind is JsonValueKind.Number or JsonValueKind.Array)
        {
            fields.Refuse(place, "unsupported_value", "Token ids of another model mean nothing here; send texts.");
            return "";
        }

        if (!fields.IsOf(text, place, "string", JsonValueKind.String))
        {
            return "";
        }

        string value = text.GetString()!;
        int bytes = Encoding.UTF8.GetByteCount(value);
        if (string.IsNullOrWhiteSpace(value) || bytes > ChatLimits.MaxMessageBytes)
        {
            fields.Refuse(place, "invalid_value", $"The text has {bytes} bytes; send 1 to {ChatLimits.MaxMessageBytes}, not all of them blanks.");
        }

        return value;
    }
}
