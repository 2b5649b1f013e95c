using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Contract;
using HybridAssistant.Feedback;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Feedback;

/// <summary>POST /v1/feedback: thumbs up or down for a response, which proves by its signature that it was given.</summary>
internal static class FeedbackEndpoints
{
    private const int IdLength = 24;

    public static void MapFeedback(this RouteGroupBuilder v1) => v1.MapPost("/feedback", ReceiveAsync).WithTags("Feedback")
        .OpenToTokens()
        .WithName("SendFeedback")
        .WithSummary("Says whether an answer helped, and what it should have said")
        .WithDescription("Send the chat response back as it came: its signature tells that this service gave it to this question.")
        .Accepts<FeedbackRequest>("application/json")
        .Produces<FeedbackReceipt>(StatusCodes.Status202Accepted)
        .ProducesValidationProblem();

    private static async Task<IResult> ReceiveAsync(
        HttpContext context,
        IFeedbackStore store,
        ResponseSigner signer,
        IOptions<ApiOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        (FeedbackRequest? request, IResult? fault) = await JsonBody.ReadAsync(
            context.Request, ApiJson.Default.FeedbackRequest, options.Value.MaxChatBytes, cancellationToken);
        if (request is null)
        {
            return fault!;
        }

        if (request.Correction?.Length > FeedbackRequest.MaxCorrectionLength)
        {
            return Problems.BadRequest("correction",
                $"The field has {request.Correction.Length} characters; it may have {FeedbackRequest.MaxCorrectionLength}.");
        }

        if (ReadResponse(request.Response) is not { } response)
        {
            return Problems.BadRequest("response", "The field is no chat response; send the one of /v1/chat as it came, signature included.");
        }

        if (!signer.Fits(response, request.Question))
        {
            return Problems.BadRequest("response.signature",
                "The signature does not fit: this service did not give this response to this question, or it was changed on the way.");
        }

        var entry = new FeedbackEntry(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(response.Signature!)))[..IdLength],
            time.GetUtcNow(),
            request.Rating,
            string.IsNullOrWhiteSpace(request.Correction) ? null : request.Correction.Trim(),
            request.Question,
            Caller.Of(context)!.Name,
            response);
        await store.AddAsync(entry, cancellationToken);
        return TypedResults.Json(new FeedbackReceipt(entry.Id), ApiJson.Default.FeedbackReceipt, statusCode: StatusCodes.Status202Accepted);
    }

    private static ChatResponse? ReadResponse(JsonElement json)
    {
        try
        {
            return json.Deserialize(ContractJson.Strict.ChatResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
