using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Contract;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace HybridAssistant.Api.Chat;

/// <summary>POST /v1/chat and its schema.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this RouteGroupBuilder v1)
    {
        v1.MapPost("/chat", AnswerAsync).WithTags("Chat")
            .OpenToTokens()
            .WithName("Chat")
            .WithSummary("Answers a question from the spec sheets")
            .WithDescription("With 'Accept: text/event-stream' the answer comes as events: facts, delta (one a sentence), done.")
            .AddOpenApiOperationTransformer(DescribeAsync)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);

        v1.MapGet("/chat/schema", () => TypedResults.Text(AnswerSchema.Text, "application/schema+json")).WithTags("Chat")
            .OpenToTokens()
            .WithName("ChatSchema")
            .WithSummary("The JSON Schema that every answer validates against");
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request,
        IQuestionAnswerer answerer,
        IKnowledgeIndex index,
        ResponseSigner signer,
        IOptions<ApiOptions> options,
        CancellationToken cancellationToken)
    {
        byte[]? body = await BoundedBody.ReadAsync(request, options.Value.MaxChatBytes, cancellationToken);
        if (body is null)
        {
            return Problems.BadRequest("$", $"The body is larger than {options.Value.MaxChatBytes} bytes; "
                + $"a message may have {ChatLimits.MaxMessageBytes}. Shorten it, or raise {ApiOptions.Section}:{nameof(ApiOptions.MaxChatBytes)}.");
        }

        ChatRequestReading reading = ChatRequestReader.Read(body);
        if (reading.Question is not { } question)
        {
            return Problems.BadRequest(reading.Faults, reading.Summary);
        }

        if (question.DocumentFilter is { } document && !await KnowsAsync(index, document, cancellationToken))
        {
            return Problems.UnknownDocument(document);
        }

        if (WantsStream(request))
        {
            return TypedResults.ServerSentEvents(await ChatStream.OpenAsync(answerer, signer, question, cancellationToken));
        }

        AnsweredQuestion answered = await answerer.AnswerAsync(question, cancellationToken: cancellationToken);
        return TypedResults.Json(signer.Sign(ChatResponse.Of(answered.Answer), question.Message), ContractJson.Readable.ChatResponse);
    }

    // Described by hand, because the usual metadata would refuse a body without a content type before it can be named.
    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ChatRequest), null, cancellationToken) },
            },
        };
        operation.Responses ??= [];
        operation.Responses["200"] = new OpenApiResponse
        {
            Description = "The answer; /v1/chat/schema describes it.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ChatResponse), null, cancellationToken) },
                ["text/event-stream"] = new(),
            },
        };
    }

    private static async Task<bool> KnowsAsync(IKnowledgeIndex index, string document, CancellationToken cancellationToken)
    {
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(cancellationToken);
        return snapshot.Documents.Any(known => known.Document == document);
    }

    private static bool WantsStream(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(accepted => accepted.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));
}
