using HybridAssistant.Behavior.Composing;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Sets a condition that a model left out behind its value: "12 bar" at 90 °C is no "12 bar" at all temperatures.</summary>
internal static class SaidConditions
{
    /// <summary>The text with each fact's condition said.</summary>
    public static string Complete(string text, IReadOnlyList<SpokenFact> facts)
    {
        foreach (SpokenFact fact in facts.Where(f => f.Fact.Condition.Length > 0 && Find(text, f.Fact.Condition) < 0))
        {
            // A value that is not said at all is the gate's to find.
            string value = PrintedText.ValueWithUnit(fact.Fact);
            int at = Find(text, value);
            text = at < 0 ? text : text.Insert(at + value.Length, $" ({fact.Fact.Condition})");
        }

        return text;
    }

    // As a token: "A" is not said by "Amount".
    private static int Find(string text, string printed)
    {
        for (int at = text.IndexOf(printed, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(printed, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + printed.Length;
            if ((at == 0 || !IsJoined(text[at - 1], text[at])) && (end == text.Length || !IsJoined(text[end - 1], text[end])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsJoined(char before, char after) => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
}
