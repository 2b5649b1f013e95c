namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>One chosen fact, or one quoted sentence, as slots: what has to be said, and of what.</summary>
/// <param name="Value">Index of its value or sentence in <see cref="ReplySlots.Slots"/>.</param>
/// <param name="Product">Index of its product; -1 where none is printed.</param>
/// <param name="Attribute">Index of its attribute; -1 for a sentence.</param>
public readonly record struct SlotStatement(int Value, int Product, int Attribute);
