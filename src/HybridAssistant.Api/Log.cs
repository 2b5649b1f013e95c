namespace HybridAssistant.Api;

/// <summary>What the service logs. Keys and tokens never enter; text of questions and answers only where Logging:Content is on.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A question without an answer could not be kept (Unanswered:Path): {Reason}")]
    public static partial void UnansweredNotKept(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "Answer {Id}: {Status} by {Variant} from index {IndexVersion} in {TotalMs} ms")]
    public static partial void Answered(ILogger logger, string id, string status, string variant, string indexVersion, double totalMs);

    [LoggerMessage(3, LogLevel.Information, "Answer {Id} to '{Question}': {Answer}")]
    public static partial void Said(ILogger logger, string id, string question, string answer);

    [LoggerMessage(4, LogLevel.Error, "{Method} {Path} failed: {Reason}")]
    public static partial void Failed(ILogger logger, string method, string path, string reason, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(ILogger logger, string reason);
}
