namespace HybridAssistant.Core.Quantities;

/// <summary>
/// The numbers of a printed value, for comparison and conversion. "-30 ~ +70 °C" has Min -30 and Max 70;
/// "≤ 3.5 W" has Max 3.5; "12 V" has Typical 12; "9100 ±1800 rpm" has all three.
/// </summary>
/// <param name="Min">Lower bound in the printed unit, if stated.</param>
/// <param name="Typical">The single or nominal number in the printed unit, if stated.</param>
/// <param name="Max">Upper bound in the printed unit, if stated.</param>
/// <param name="Unit">
/// Canonical unit (a name of the unit table; the printed spelling where the table lacks it); empty for a bare number.
/// </param>
/// <param name="Kind">Quantity kind, the UnitsNet quantity name ("Pressure"); empty for a bare number or an unknown unit.</param>
public sealed record TypedValue(double? Min, double? Typical, double? Max, string Unit, string Kind)
{
    /// <summary>The greatest number stated; what "rated above" compares with.</summary>
    public double? Highest => Max ?? Typical ?? Min;

    /// <summary>The smallest number stated; what "works down to" compares with.</summary>
    public double? Lowest => Min ?? Typical ?? Max;

    /// <summary>The nominal number, or the middle of a range, or the one bound stated; what "the lightest" orders by.</summary>
    public double? Central => Typical ?? (Min is { } min && Max is { } max ? (min + max) / 2 : Max ?? Min);
}
