namespace HybridAssistant.Core.Codes;

/// <summary>A part number, model name or ordering code in a text.</summary>
/// <param name="Text">As printed or typed.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Normalized">As <see cref="CodeNormalizer.Normalize"/> folds it.</param>
public sealed record CodeMention(string Text, int Start, string Normalized);
