using System.Text.Json.Serialization;
using HybridAssistant.Contract;

namespace HybridAssistant.Feedback;

/// <summary>What one user says of one response, with all that it rests on.</summary>
/// <param name="Id">Of the response that was given: who changes their mind changes the entry.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="Rating">Up or down.</param>
/// <param name="Correction">What the answer should have said; null: nothing was said.</param>
/// <param name="Question">The message that was answered.</param>
/// <param name="From">The key's name, or the page's origin.</param>
/// <param name="Response">The response: answer, facts, citations and what served it.</param>
public sealed record FeedbackEntry(
    string Id,
    DateTimeOffset ReceivedAt,
    [property: JsonConverter(typeof(FeedbackRatingConverter))] FeedbackRating Rating,
    string? Correction,
    string Question,
    string From,
    ChatResponse Response);
