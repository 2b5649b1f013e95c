using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Feedback;

namespace HybridAssistant.Api.Feedback;

/// <summary>The request of POST /v1/feedback.</summary>
/// <param name="Question">The message that was answered.</param>
/// <param name="Response">The whole chat response as it was received, signature included.</param>
/// <param name="Rating">"up" or "down".</param>
/// <param name="Correction">What the answer should have said, at most 4,000 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeedbackRequest(
    string Question,
    JsonElement Response,
    [property: JsonConverter(typeof(FeedbackRatingConverter))] FeedbackRating Rating,
    string? Correction = null)
{
    public const int MaxCorrectionLength = 4000;
}
