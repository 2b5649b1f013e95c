namespace HybridAssistant.Api.Unanswered;

/// <summary>A question that no sheet answers, on its way to where it is kept.</summary>
/// <param name="Question">The message.</param>
/// <param name="NearestDocument">File name of the nearest sheet; null: none.</param>
/// <param name="NearestPage">The page of it; 0 where there is none.</param>
internal sealed record UnansweredNote(string Question, string? NearestDocument, int NearestPage);
