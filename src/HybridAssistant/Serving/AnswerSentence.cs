namespace HybridAssistant.Serving;

/// <summary>A piece of the verified text; the pieces joined are all of it.</summary>
/// <param name="Text">The sentence with the blanks after it.</param>
public sealed record AnswerSentence(string Text) : AnswerUpdate;
