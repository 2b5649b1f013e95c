using System.Text.Json;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;
using NJsonSchema;

namespace HybridAssistant.Evaluation.Scoring;

/// <summary>Checks answers, as the JSON that a client sees, against the published schema.</summary>
public sealed class ResponseValidator
{
    private readonly JsonSchema _schema;

    private ResponseValidator(JsonSchema schema) => _schema = schema;

    /// <summary>Loads the published schema.</summary>
    public static async Task<ResponseValidator> LoadAsync(CancellationToken cancellationToken = default) =>
        new(await JsonSchema.FromJsonAsync(AnswerSchema.Text, cancellationToken));

    /// <summary>What is wrong with an answer's JSON; null where it is valid.</summary>
    public string? FindError(Answer answer) =>
        FindError(JsonSerializer.Serialize(ChatResponse.Of(answer), ContractJson.Readable.ChatResponse));

    /// <summary>What is wrong with a response's JSON; null where it is valid.</summary>
    public string? FindError(string json)
    {
        try
        {
            return _schema.Validate(json).Select(error => error.ToString()).FirstOrDefault();
        }
        catch (Newtonsoft.Json.JsonException e)
        {
            return e.Message;
        }
    }
}
