using System.Buffers.Binary;
using System.Text.Json;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.OpenAi;

/// <summary>Answers /v1/embeddings by the embedder of the index.</summary>
internal static class EmbeddingAnswer
{
    public static async Task<IResult> EmbedAsync(
        HttpRequest http, ModelDirectory models, IServiceProvider services, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        int maxBytes = options.Value.MaxChatBytes;
        (EmbeddingRequest? request, OpenAiFault? fault) = RequestFields.Read(
            await BoundedBody.ReadAsync(http, maxBytes, cancellationToken), maxBytes, EmbeddingRequestReader.ReadRequest);
        if (request is null)
        {
            return fault!.ToResult();
        }

        if (request.Model != models.EmbedderName
            || services.GetService<IEmbeddingGenerator<string, Embedding<float>>>() is not { } embedder)
        {
            return ModelDirectory.Unknown(request.Model).ToResult();
        }

        if (request.Dimensions is { } wished && embedder.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelDimensions is { } own && wished != own)
        {
            return OpenAiFault.Invalid(
                "dimensions", "unsupported_value", $"The vectors of '{request.Model}' have {own} dimensions and are not shortened.").ToResult();
        }

        GeneratedEmbeddings<Embedding<float>> embedded = await embedder.EmbedForeignAsync(request.Inputs, cancellationToken);
        long tokens = embedded.Usage?.InputTokenCount ?? 0;
        return TypedResults.Json(
            new EmbeddingList(
                "list",
                [.. embedded.Select((embedding, i) => new EmbeddingItem("embedding", i, Write(embedding.Vector.Span, request.AsBase64)))],
                request.Model,
                new EmbeddingUsage(tokens, tokens)),
            OpenAiJson.Readable.EmbeddingList);
    }

    private static JsonElement Write(ReadOnlySpan<float> vector, bool asBase64)
    {
        if (!asBase64)
        {
            return JsonSerializer.SerializeToElement(vector.ToArray(), OpenAiJson.Readable.SingleArray);
        }

        byte[] bytes = new byte[vector.Length * sizeof(float)];
        for (int i = 0; i < vector.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
        }

        return JsonSerializer.SerializeToElement(Convert.ToBase64String(bytes), OpenAiJson.Readable.String);
    }
}
