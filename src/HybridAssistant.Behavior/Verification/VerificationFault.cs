namespace HybridAssistant.Behavior.Verification;

/// <summary>One thing that is wrong with a text.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The words concerned, or the value that is missing.</param>
/// <param name="Start">Index of its first character; -1 for what is missing.</param>
public sealed record VerificationFault(VerificationFaultKind Kind, string Text, int Start);
