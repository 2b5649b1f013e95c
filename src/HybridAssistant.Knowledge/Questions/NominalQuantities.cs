using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Compares quantities as people mean them: "0.8 A" is "800 mA", a pump of 25 mm is called one inch.</summary>
internal static class NominalQuantities
{
    private const double NominalLength = 0.03;
    private const double Rounding = 1e-6;

    /// <summary>Same amount over units of one kind; a number without a unit agrees with the same number of any unit.</summary>
    public static bool Agree(Quantity a, Quantity b)
    {
        if (a.Kind.Length == 0 || b.Kind.Length == 0 || a.Unit == b.Unit)
        {
            return Near(a.Value, b.Value, Rounding);
        }

        return a.Kind == b.Kind
            && UnitTable.Default.FindCanonical(a.Unit) is { } from
            && UnitTable.Default.FindCanonical(b.Unit) is { } to
            && UnitConversion.TryConvert(a.Value, from, to, out double converted)
            && Near(converted, b.Value, a.Kind == "Length" ? NominalLength : Rounding);
    }

    private static bool Near(double a, double b, double tolerance) =>
        Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) + 1e-12;
}
