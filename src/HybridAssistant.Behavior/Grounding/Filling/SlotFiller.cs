using System.Text;
using System.Text.RegularExpressions;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Grounding.Filling;

/// <summary>Puts the printed texts into the slots of a reply. What is filled in is not read again: a slot's text is data.</summary>
public static partial class SlotFiller
{
    /// <summary>The text for the customer.</summary>
    /// <param name="text">Text with slots.</param>
    /// <param name="slots">What the slots stand for.</param>
    /// <exception cref="ReplyFormatException">The text holds a slot that does not exist.</exception>
    public static string Fill(string text, ReplySlots slots)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(slots);
        bool saysCondition = slots.Condition >= 0 && text.Contains($"{{{slots.Slots[slots.Condition].Name}}}", StringComparison.Ordinal);
        string unsaid = slots.Condition >= 0 && !saysCondition ? $" ({slots.Slots[slots.Condition].Text})" : "";
        var filled = new StringBuilder();
        int at = 0;
        foreach (Match match in SlotName().Matches(text))
        {
            Slot slot = slots.Slots.FirstOrDefault(s => s.Name == match.Groups[1].Value)
                ?? throw new ReplyFormatException($"The reply names the slot '{match.Value}', which this question does not have.");
            filled.Append(text, at, match.Index - at);
            bool opens = filled.Length == 0 || (filled.Length > 1 && filled[^1] == ' ' && filled[^2] is '.' or '!' or '?');
            filled.Append(opens && slot.Kind is SlotKind.Attribute or SlotKind.Condition ? PrintedText.First(slot.Text) : slot.Text);
            filled.Append(slot.Kind == SlotKind.Value ? unsaid : "");
            at = match.Index + match.Length;
        }

        filled.Append(text, at, text.Length - at);
        return slots.Appendix.Length == 0 ? filled.ToString() : filled.Append(' ').Append(slots.Appendix).ToString();
    }

    [GeneratedRegex(@"\{([a-z][0-9]{1,2})\}")]
    private static partial Regex SlotName();
}
