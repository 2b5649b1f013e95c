namespace HybridAssistant.Unanswered;

/// <summary>A question of the field that no sheet answers.</summary>
/// <param name="Question">The message, as it was last typed; of a tool's look-up, the question made of its product and attribute.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="FirstAskedAt">When first, UTC.</param>
/// <param name="LastAskedAt">When last, UTC.</param>
/// <param name="NearestDocument">File name of the sheet whose text comes nearest; null where none comes near.</param>
/// <param name="NearestPage">The page of it; 0 where there is none.</param>
public sealed record UnansweredQuestion(
    string Question, int Count, DateTimeOffset FirstAskedAt, DateTimeOffset LastAskedAt, string? NearestDocument, int NearestPage);
