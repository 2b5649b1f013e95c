using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Masks;

/// <summary>The JSON around a reply's text.</summary>
internal static class ReplyFrame
{
    /// <summary>What follows the text.</summary>
    public const string Close = "\"}";

    /// <summary>What comes before the text: the status is not the model's to choose.</summary>
    public static string Open(AnswerStatus status) => $"{{\"status\":\"{AnswerStatusName.Of(status)}\",\"answer\":\"";
}
