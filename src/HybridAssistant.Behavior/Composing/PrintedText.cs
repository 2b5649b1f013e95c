using System.Globalization;
using System.Text;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Composing;

/// <summary>Sets printed strings into running text without changing a value.</summary>
internal static class PrintedText
{
    private const int LongestAcronym = 4;

    /// <summary>Value and unit as one would write them: "16 bar", "1/2”", "45 %".</summary>
    public static string ValueWithUnit(Fact fact) =>
        fact.Unit.Length == 0 ? fact.Value
        : fact.Unit is "°" || fact.Unit[0] is '”' or '"' or '″' or '’' or '\'' or '′' or ':' ? fact.Value + fact.Unit
        : $"{fact.Value} {fact.Unit}";

    /// <summary>Value, unit, conversion and condition.</summary>
    public static string Stated(Fact fact, DerivedQuantity? derived, bool withCondition)
    {
        var text = new StringBuilder(ValueWithUnit(fact));
        if (derived is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({derived.Value} {derived.Unit})");
        }

        if (withCondition && fact.Condition.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({fact.Condition})");
        }

        return text.ToString();
    }

    /// <summary>A label inside a sentence: "FLOW RATE" is "flow rate", "NPSH" stays.</summary>
    public static string Label(string label)
    {
        string[] words = label.Trim().TrimEnd(':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool shouted = words.Length > 0 && words.All(w => w.ToUpperInvariant() == w) && words.Any(w => w.Length > LongestAcronym && !w.Any(char.IsDigit));
        return string.Join(' ', words.Select(w => Word(w, shouted)));
    }

    /// <summary>The same at the start of a sentence.</summary>
    public static string First(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };

    private static string Word(string word, bool shouted)
    {
        bool isName = word.Any(char.IsDigit) || (!shouted && IsSymbol(word)) || (!shouted && word.Skip(1).Any(char.IsUpper));
        bool isAcronym = word.ToUpperInvariant() == word && word.Length <= (shouted ? 2 : LongestAcronym);
        return isName || isAcronym ? word : word.ToLowerInvariant();
    }

    // "Kv", "Pt": two letters that are no word.
    private static bool IsSymbol(string word) =>
        word.Length == 2 && char.IsUpper(word[0]) && word is not ("No" or "Of" or "In" or "At" or "To" or "On" or "Or" or "By" or "Up");
}
