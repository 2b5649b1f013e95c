using System.Collections.Immutable;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>A question with its slots, and how it is to be answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Question">The question.</param>
/// <param name="Slots">The slots, one a line: "{v1} = 12 bar".</param>
/// <param name="Answer">Text with slots.</param>
internal sealed record PromptExample(string Status, string Question, ImmutableArray<string> Slots, string Answer)
{
    /// <summary>Whether it has a slot of a kind.</summary>
    public bool Has(SlotKind kind) => Slots.Any(line => line[1] == Slot.LetterOf(kind));
}
