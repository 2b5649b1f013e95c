using System.Globalization;
using System.Text;

namespace HybridAssistant.Core.Quantities;

/// <summary>
/// Converts a printed value to another unit, number by number, so that ranges, tolerances and bounds keep their form.
/// A converted number has as many significant digits as the printed one, but at least three ("16 bar" is "232 psi");
/// temperatures keep the printed decimals.
/// </summary>
public sealed class UnitConverter
{
    private const int LeastSignificantDigits = 3;

    private readonly UnitTable _units;
    private readonly QuantityExpressionReader _reader;

    /// <summary>A converter over a unit table.</summary>
    public UnitConverter(UnitTable units)
    {
        _units = units;
        _reader = new QuantityExpressionReader(units, ComparatorTable.Default);
    }

    /// <summary>A converter over the table that ships with the library.</summary>
    public static UnitConverter Default { get; } = new(UnitTable.Default);

    /// <summary>Converts a printed value.</summary>
    /// <param name="value">As printed; may hold its unit itself.</param>
    /// <param name="unit">As printed apart from the value; empty where the value holds it.</param>
    /// <param name="target">The unit wanted.</param>
    /// <returns>Null where the value is no quantity, of another kind, or already in that unit.</returns>
    public ConvertedQuantity? Convert(string value, string unit, UnitDefinition target)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(target);
        string text = FoldedText.Of(value).Text.Trim();
        if (_reader.ReadAt(text, 0) is not { } expression)
        {
            return null;
        }

        QuantityExpression first = expression.Alternatives().First();
        UnitDefinition? own = first.Terms.Where(t => t.Link != TermLink.Tolerance || t.Unit is not { Canonical: "%" }).Select(t => t.Unit).LastOrDefault(u => u is not null)
            ?? (unit.Length == 0 ? null : _units.Find(unit));
        if (own is null || own.Kind != target.Kind || SameScale(own, target))
        {
            return null;
        }

        var converted = new StringBuilder();
        int copied = first.Start;
        foreach (QuantityTerm term in first.Terms)
        {
            bool isDifference = term.IsPlusMinus || term.Link == TermLink.Tolerance;
            bool isShare = term.Unit is { Canonical: "%" } && own.Canonical != "%";
            if (isDifference && own.HasOffset)
            {
                return null; // A difference of 2 °C is not 35.6 °F; sheets that state one are rare.
            }

            if (isShare)
            {
                converted.Append(text.AsSpan(copied, term.UnitEnd - copied));
            }
            else
            {
                if (!UnitConversion.TryConvert(term.Number.Value, term.Unit ?? own, target, out double number))
                {
                    return null;
                }

                converted.Append(text.AsSpan(copied, term.Number.Start - copied)).Append(Format(number, term.Number, own));
            }

            copied = term.UnitEnd;
        }

        return new ConvertedQuantity(converted.Append(text.AsSpan(copied, first.End - copied)).ToString().Trim(), target.Canonical);
    }

    private static bool SameScale(UnitDefinition a, UnitDefinition b) => a.UnitsNetUnit == b.UnitsNetUnit && a.Factor.Equals(b.Factor);

    private static string Format(double number, PrintedNumber printed, UnitDefinition own)
    {
        if (own.HasOffset)
        {
            return (Math.Round(number, Math.Min(printed.Decimals, 10), MidpointRounding.AwayFromZero) + 0.0).ToString("0.##########", CultureInfo.InvariantCulture);
        }

        if (number == 0)
        {
            return "0";
        }

        int digits = Math.Max(LeastSignificantDigits, printed.SignificantDigits);
        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        if (decimals is < -15 or > 15)
        {
            return number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        decimal scale = (decimal)Math.Pow(10, Math.Abs(decimals));
        decimal rounded = decimals >= 0
            ? Math.Round((decimal)number, Math.Min(decimals, 28), MidpointRounding.AwayFromZero)
            : Math.Round((decimal)number / scale, MidpointRounding.AwayFromZero) * scale;
        return rounded.ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
