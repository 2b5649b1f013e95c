namespace HybridAssistant.Behavior;

/// <summary>A worded decision.</summary>
/// <param name="Text">The text for the customer.</param>
/// <param name="Variant">What worded it: "composer", "few-shot", "upstream", or the name of a voice.</param>
/// <param name="Model">The language model; null for the composer.</param>
/// <param name="Adapter">The LoRA adapter; null where none is used.</param>
/// <param name="Takeover">Why the composer took over; null where it did not have to.</param>
public sealed record SpokenAnswer(string Text, string Variant, string? Model = null, string? Adapter = null, string? Takeover = null);
