using System.Text.Json;
using System.Text.Json.Serialization;

namespace HybridAssistant.Feedback;

/// <summary>Writes "up" or "down".</summary>
public sealed class FeedbackRatingConverter()
    : JsonStringEnumConverter<FeedbackRating>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
