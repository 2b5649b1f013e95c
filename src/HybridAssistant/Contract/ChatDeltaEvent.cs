namespace HybridAssistant.Contract;

/// <summary>A verified piece of a streamed answer; the pieces joined are the answer.</summary>
public sealed record ChatDeltaEvent(string Text);
