namespace HybridAssistant.Api.Chat;

/// <summary>Limits of the chat contract.</summary>
internal static class ChatLimits
{
    /// <summary>Longest message, and longest turn of the history, in bytes of UTF-8.</summary>
    public const int MaxMessageBytes = 8 * 1024;

    /// <summary>Most turns of the history.</summary>
    public const int MaxTurns = 20;

    /// <summary>Longest conversation id, product or document name, in characters.</summary>
    public const int MaxNameLength = 200;
}
