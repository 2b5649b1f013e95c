using System.Text.Json;
using System.Text.Json.Nodes;
using HybridAssistant.Contract;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Reads <c>response_format</c>: text, or the one JSON form that the service writes.</summary>
internal sealed class ResponseFormatReader(RequestFields fields)
{
    private const string Ours = "The service writes one JSON form: send the schema that GET /v1/chat/schema serves, or leave 'schema' out.";

    private static readonly string[] Annotations = ["$schema", "$id", "title", "description"];
    private static readonly JsonNode OwnSchema = Bare(AnswerSchema.Text);

    /// <summary>Whether the content is to be JSON.</summary>
    public bool WantsJson(JsonElement root)
    {
        if (!RequestFields.Has(root, "response_format", out JsonElement format)
            || !fields.IsOf(format, "response_format", "object", JsonValueKind.Object))
        {
            return false;
        }

        fields.RefuseUnknown(format, "response_format.", name => name is "type" or "json_schema");
        switch (fields.Text(format, "type", "response_format.type"))
        {
            case "text":
                return false;
            case "json_object":
                return true;
            case "json_schema":
                CheckSchema(format);
                return true;
            case var type:
                fields.Refuse("response_format.type", "unsupported_value", $"The type is '{type}'; it must be text, json_object or json_schema.");
                return false;
        }
    }

    private void CheckSchema(JsonElement format)
    {
        const string Place = "response_format.json_schema";
        if (!RequestFields.Has(format, "json_schema", out JsonElement named))
        {
            fields.Refuse(Place, "missing_required_parameter", $"'{Place}' is missing.");
            return;
        }

        if (fields.IsOf(named, Place, "object", JsonValueKind.Object)
            && RequestFields.Has(named, "schema", out JsonElement schema)
            && fields.IsOf(schema, Place + ".schema", "object", JsonValueKind.Object)
            && !JsonNode.DeepEquals(Bare(schema.GetRawText()), OwnSchema))
        {
            fields.Refuse(Place + ".schema", "unsupported_value", Ours);
        }
    }

    // What describes a schema without changing what it takes; the first level is what clients and generators rewrite.
    private static JsonNode Bare(string schema)
    {
        JsonObject root = JsonNode.Parse(schema)!.AsObject();
        foreach (string annotation in Annotations)
        {
            root.Remove(annotation);
        }

        return root;
    }
}
