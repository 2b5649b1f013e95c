using HybridAssistant.Core.Answers;

namespace HybridAssistant.Cli.Output;

/// <summary>The words in which a person reads what the contract enumerates.</summary>
internal static class AnswerWords
{
    public static string Status(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => "answered",
        AnswerStatus.NotFound => "not found",
        AnswerStatus.Clarify => "asks back",
        _ => "refused",
    };
}
