namespace HybridAssistant.Behavior;

/// <summary>What an answer names as its speaker.</summary>
/// <param name="Variant">"few-shot", "upstream", or the name of a voice.</param>
/// <param name="Model">The language model.</param>
/// <param name="Adapter">The LoRA adapter; null where none is used.</param>
public sealed record SpeakerIdentity(string Variant, string Model, string? Adapter);
