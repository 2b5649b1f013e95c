using System.Text.Json;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;
using HybridAssistant.Serving;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Puts an answer into OpenAI's form.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Created">When, to the second.</param>
/// <param name="Signer">Signs the response of /v1/chat, so that feedback can be given to it.</param>
internal sealed record CompletionForm(CompletionRequest Request, ServedModel Model, DateTimeOffset Created, ResponseSigner Signer)
{
    /// <summary>Answers are never cut.</summary>
    public const string FinishReason = "stop";

    /// <summary>The response of /v1/chat, signed.</summary>
    public ChatResponse Response(Answer answer) => Signer.Sign(ChatResponse.Of(answer), Request.Question.Message);

    /// <summary>It as our extension.</summary>
    public static JsonElement Extension(ChatResponse response) => JsonSerializer.SerializeToElement(response, ContractJson.Readable.ChatResponse);

    /// <summary>The text of the message.</summary>
    public string Content(ChatResponse response) =>
        Request.AsJson ? JsonSerializer.Serialize(response, ContractJson.Readable.ChatResponse) : response.Answer;

    /// <summary>The whole answer.</summary>
    public Completion Whole(Answer answer)
    {
        ChatResponse response = Response(answer);
        return new Completion(
            IdOf(answer),
            "chat.completion",
            Created.ToUnixTimeSeconds(),
            Model.Name,
            answer.Served.IndexVersion,
            [new CompletionChoice(0, new CompletionMessage("assistant", Content(response), null), null, FinishReason)],
            CompletionUsage.Of(answer.Usage),
            Extension(response));
    }

    /// <summary>An event of it.</summary>
    public CompletionChunk Chunk(Answer answer, CompletionDelta delta, string? finishReason) => new(
        IdOf(answer),
        "chat.completion.chunk",
        Created.ToUnixTimeSeconds(),
        Model.Name,
        answer.Served.IndexVersion,
        [new CompletionChunkChoice(0, delta, null, finishReason)]);

    private static string IdOf(Answer answer) => "chatcmpl-" + answer.Id;
}
