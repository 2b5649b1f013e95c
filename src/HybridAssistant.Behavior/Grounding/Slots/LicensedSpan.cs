namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>Printed or typed text that generated text may repeat outside slots, whole.</summary>
/// <param name="Text">The span as printed or typed, from word boundary to word boundary.</param>
/// <param name="After">The word that has to stand before it ("at" before "80 °C"); empty: any.</param>
public sealed record LicensedSpan(string Text, string After);
