using System.Text.RegularExpressions;

namespace HybridAssistant.Documents.Facts;

/// <summary>Values with something before their number that is a part of them: "DC to 100 MHz", "US$80,000 each", "RTH3≧50℃".</summary>
internal static partial class OpeningForms
{
    /// <summary>The statements of a text of such a form; none where it has another.</summary>
    /// <param name="label">What the text calls the value.</param>
    /// <param name="text">One labelled part of a cell.</param>
    /// <param name="read">Reads a text without the opening.</param>
    public static List<Statement> Read(string label, string text, Action<List<Statement>, string, string> read)
    {
        if (Price().Match(text) is { Success: true } price)
        {
            return [new Statement(label, price.Groups["amount"].Value, price.Groups["currency"].Value, price.Groups["rest"].Value.Trim(' ', '/'))];
        }

        var inner = new List<Statement>();
        if (FromDirectCurrent().Match(text) is { Success: true } direct)
        {
            read(inner, label, text[direct.Length..]);
            return inner is [{ } sole] && sole.Unit.EndsWith("Hz", StringComparison.Ordinal) ? [sole with { Value = direct.Value + sole.Value }] : [];
        }

        if (Symbol().Match(text) is { Success: true } symbol)
        {
            read(inner, label, text[symbol.Length..]);
            return [.. inner.Where(static s => s.Unit.Length > 0).Select(s => s with { Condition = Words.Join(symbol.Value, s.Condition) })];
        }

        return [];
    }

    [GeneratedRegex(@"^(?<currency>US\$|USD|\$|EUR|€|GBP|£|CHF)\s?(?<amount>\d[\d.,]*)(?<rest>(?:[ /][\p{L} /]{0,30})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    // The lower end of a pass band is direct current.
    [GeneratedRegex(@"^DC ?(?:to|-|–|\.\.\.|…) ?(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FromDirectCurrent();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\d]{0,5}(?=[<>≤≥≦≧] ?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();
}
