using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Serving;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.OpenAi;

/// <summary>/v1/chat/completions, /v1/models and /v1/embeddings as OpenAI's clients call them.</summary>
internal static class OpenAiEndpoints
{
    public static void MapOpenAiFace(this RouteGroupBuilder v1)
    {
        RouteGroupBuilder face = v1.MapGroup("").WithTags("OpenAI");
        face.MapPost(OpenAiPaths.Completions, CompleteAsync)
            .OpenToTokens()
            .WithName("CreateChatCompletion")
            .WithSummary("Answers the last message, in OpenAI's form; the response of /v1/chat is in its field 'hybrid'")
            .Produces<Completion>().Produces<OpenAiError>(StatusCodes.Status400BadRequest).Produces<OpenAiError>(StatusCodes.Status404NotFound);
        face.MapGet(OpenAiPaths.Models, (ModelDirectory models) => TypedResults.Json(models.List(), OpenAiJson.Readable.ModelList))
            .WithName("ListModels").WithSummary("The composer, each configured model and the embedder").Produces<ModelList>();
        face.MapGet(OpenAiPaths.Models + "/{**model}", Describe)
            .WithName("RetrieveModel").WithSummary("One model").Produces<ModelCard>().Produces<OpenAiError>(StatusCodes.Status404NotFound);
        face.MapPost(OpenAiPaths.Embeddings, EmbeddingAnswer.EmbedAsync)
            .NeedsRole(ApiRole.Read)
            .WithName("CreateEmbeddings").WithSummary("Embeds texts by the model that the index is searched with")
            .Produces<EmbeddingList>().Produces<OpenAiError>(StatusCodes.Status400BadRequest).Produces<OpenAiError>(StatusCodes.Status404NotFound);
    }

    private static IResult Describe(string model, ModelDirectory models)
    {
        // Routing decodes all but this, so that a name with a slash would not be found.
        string name = model.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return models.Find(name) is { } card
            ? TypedResults.Json(card, OpenAiJson.Readable.ModelCard)
            : ModelDirectory.Unknown(name).ToResult();
    }

    private static async Task<IResult> CompleteAsync(
        HttpRequest http,
        ServedModels models,
        ResponseSigner signer,
        IOptions<ApiOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        int maxBytes = options.Value.MaxChatBytes;
        (CompletionRequest? request, OpenAiFault? fault) = RequestFields.Read(
            await BoundedBody.ReadAsync(http, maxBytes, cancellationToken), maxBytes, CompletionRequestReader.ReadRequest);
        if (request is null)
        {
            return fault!.ToResult();
        }

        if (models.Find(request.Model) is not { } model)
        {
            return ModelDirectory.Unknown(request.Model).ToResult();
        }

        IQuestionAnswerer answerer = models.AnswererOf(model);
        var form = new CompletionForm(request, model, time.GetUtcNow(), signer);
        if (request.IsStreamed)
        {
            PendingAnswer pending = await PendingAnswer.StartAsync(answerer, request.Question, cancellationToken);
            return TypedResults.ServerSentEvents(CompletionStream.EventsAsync(form, pending, cancellationToken));
        }

        AnsweredQuestion answered = await answerer.AnswerAsync(request.Question, cancellationToken: cancellationToken);
        return TypedResults.Json(form.Whole(answered.Answer), OpenAiJson.Readable.Completion);
    }
}
