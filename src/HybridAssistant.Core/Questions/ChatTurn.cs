namespace HybridAssistant.Core.Questions;

/// <summary>One earlier turn of a conversation.</summary>
/// <param name="Role">Who said it.</param>
/// <param name="Content">What was said.</param>
public sealed record ChatTurn(ChatRole Role, string Content);
