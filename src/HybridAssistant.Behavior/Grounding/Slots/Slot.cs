using System.Globalization;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>A place in generated text that printed text fills.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Number">Counted from 1 within its kind.</param>
/// <param name="Text">The printed text.</param>
public sealed record Slot(SlotKind Kind, int Number, string Text)
{
    private const string Letters = "pacvsyo";

    /// <summary>What stands between the braces: "v1".</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{LetterOf(Kind)}{Number}");

    /// <summary>The letter of a kind of slots.</summary>
    public static char LetterOf(SlotKind kind) => Letters[(int)kind];
}
