using System.Globalization;
using System.Text.RegularExpressions;

namespace HybridAssistant.Core.Quantities;

/// <summary>
/// Reads one number of a folded text as sheets print them: "1,000", "10 000", "1'000", "1.234,5", "1,5", ".276",
/// "1-1/2", "3/4", "5x10^-5", "1x10-12", "2.5E3".
/// </summary>
internal static partial class NumberReader
{
    /// <summary>The number that begins exactly at <paramref name="start"/>, its sign included; null where there is none.</summary>
    public static PrintedNumber? ReadAt(string folded, int start)
    {
        if (start >= folded.Length || !CanBegin(folded[start]))
        {
            return null;
        }

        Match fraction = Fraction().Match(folded, start);
        if (fraction.Success && Parse(fraction.Groups["num"].Value) < Parse(fraction.Groups["den"].Value))
        {
            return FromFraction(fraction);
        }

        Match number = Decimal().Match(folded, start);
        return number.Success ? FromDecimal(number) : null;
    }

    private static bool CanBegin(char c) => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or ',';

    private static PrintedNumber FromFraction(Match match)
    {
        double whole = match.Groups["whole"].Success ? Parse(match.Groups["whole"].Value) : 0;
        double value = whole + (Parse(match.Groups["num"].Value) / Parse(match.Groups["den"].Value));
        int digits = Math.Max(2, match.Groups["whole"].Length + 1);
        return new PrintedNumber(match.Groups["sign"].Value == "-" ? -value : value, match.Index, match.Index + match.Length, digits, 0);
    }

    private static PrintedNumber FromDecimal(Match match)
    {
        string digits;
        int decimals;
        if (match.Groups["grouped"].Success)
        {
            string fraction = match.Groups["gfrac"].Value.TrimStart('.', ',');
            digits = string.Concat(match.Groups["grouped"].Value.Where(char.IsAsciiDigit)) + (fraction.Length > 0 ? "." + fraction : "");
            decimals = fraction.Length;
        }
        else
        {
            digits = match.Groups["plain"].Value.Replace(',', '.');
            decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        }

        double value = Parse(digits);
        if (match.Groups["exp"].Success)
        {
            value *= Math.Pow(10, Parse(match.Groups["exp"].Value));
        }

        // Zeros that end a whole number are no evidence of precision: "9100 rpm" has two digits.
        string counted = decimals == 0 ? digits.TrimEnd('0') : digits.Replace(".", "", StringComparison.Ordinal);
        int significant = Math.Max(1, counted.TrimStart('0').Length);
        return new PrintedNumber(match.Groups["sign"].Value == "-" ? -value : value, match.Index, match.Index + match.Length, significant, decimals);
    }

    private static double Parse(string digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Halves to sixty-fourths only: "50/60" is a list of two frequencies, "1/2" one half.
    [GeneratedRegex(@"\G(?<sign>[-+]?)(?:(?<whole>\d{1,3})(?:-|[ \u00A0]))?(?<num>\d{1,2})/(?<den>2|3|4|8|16|32|64)(?![\d/]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(
        @"\G(?:(?<sign>[-+]) ?)?(?:" +
        @"(?<grouped>[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:'\d{3})+|[1-9]\d{0,2}(?:[ \u00A0]\d{3})+|[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}(?:\.\d{3})+(?=,\d))(?!\d)(?<gfrac>[.,]\d+)?" +
        @"|(?<plain>\d+[.,]\d+|\d+|[.,]\d+))" +
        @"(?:(?: ?[x·] ?10(?:\^?(?<exp>[-+]\d{1,2})|\^(?<exp>\d{1,2})))|[eE](?<exp>[-+]?\d{1,2})(?![\dA-Za-z]))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
