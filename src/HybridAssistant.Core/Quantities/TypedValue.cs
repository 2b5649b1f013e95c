namespace HybridAssistant.Core.Quantities;

/// <summary>
/// The numbers of a printed value, for comparison and conversion. "-30 ~ +70 °C" has Min -30 and Max 70;
/// "≤ 3.5 W" has Max 3.5; "12 V" has Typical 12; "9100 ±1800 rpm" has all three.
/// </summary>
/// <param name="Min">Lower bound in the printed unit, if stated.</param>
/// <param name="Typical">The single or nominal number in the printed unit, if stated.</param>
/// <param name="Max">Upper bound in the printed unit, if stated.</param>
/// <param name="Unit">Canonical unit (a name of the unit table); empty for a bare number.</param>
/// <param name="Kind">Quantity kind, the UnitsNet quantity name ("Pressure"); empty for a bare number.</param>
public sealed record TypedValue(double? Min, double? Typical, double? Max, string Unit, string Kind);
