using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads sizes of several numbers: "70.1 x 37.7 x 22.3mm", "215×115×30mm (L×W×H)".</summary>
internal static class Dimensions
{
    /// <summary>The sizes with the text in brackets behind them as their condition; none where the text is something else.</summary>
    public static IReadOnlyList<Statement> Read(string label, string text)
    {
        (string size, string condition) = WithoutBrackets(text.TrimEnd('.', ' '));
        if (!size.AsSpan().ContainsAny('x', '×', 'X') || size.Length == 0 || !char.IsAsciiDigit(size[0]) && size[0] is not ('Ø' or 'ø' or '.'))
        {
            return [];
        }

        ImmutableArray<PrintedQuantity> printed = ValueSplitter.Default.Split(size);
        return printed.Length == 1 && printed[0].Unit.Length == 0
            ? []
            : [.. printed.Select(p => new Statement(label, p.Value, p.Unit, Words.Join(condition, p.Condition)))];
    }

    private static (string Size, string Condition) WithoutBrackets(string text)
    {
        int open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        return open > 0 && !text.AsSpan(open).ContainsAnyInRange('0', '9')
            ? (text[..open].TrimEnd(), text[(open + 1)..^1])
            : (text, "");
    }
}
