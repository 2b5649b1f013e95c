namespace HybridAssistant.Core.Answers;

/// <summary>How the contract spells a status: "not_found".</summary>
public static class AnswerStatusName
{
    /// <summary>The name of a status in JSON, traces and metrics.</summary>
    public static string Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => "answered",
        AnswerStatus.Clarify => "clarify",
        AnswerStatus.NotFound => "not_found",
        _ => "refused",
    };
}
