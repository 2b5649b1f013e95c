namespace HybridAssistant.Behavior.Verification;

/// <summary>A text that may be said because it is printed, or typed by the customer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Evidence">Index of the evidence that prints it; -1: none in particular.</param>
internal sealed record PrintedPiece(PrintedKind Kind, string Text, int Evidence);
