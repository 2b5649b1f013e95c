namespace HybridAssistant.Api;

/// <summary>What the service logs. Keys, tokens, and text of sheets, questions and answers never enter.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A question without an answer could not be kept (Unanswered:Path): {Reason}")]
    public static partial void UnansweredNotKept(ILogger logger, string reason);
}
