namespace HybridAssistant.Knowledge.Questions;

/// <summary>A number with its unit in a question or in a sheet's line.</summary>
/// <param name="Value">The number.</param>
/// <param name="Kind">Quantity kind; empty for a bare number.</param>
/// <param name="Unit">Canonical unit; empty for a bare number.</param>
/// <param name="Index">Index of the number among the words.</param>
/// <param name="WordCount">Number and unit, in words.</param>
internal readonly record struct Quantity(double Value, string Kind, string Unit, int Index, int WordCount)
{
    // 25 mm is called one inch; everything else is compared as printed, up to rounding.
    private const double NominalLength = 0.03;
    private const double Rounding = 1e-6;

    /// <summary>The amount in one unit of the kind, so that amounts compare over units.</summary>
    public double Base { get; } = Unit.Length > 0 ? UnitScale.ToBase(Value, Unit) : Value;

    /// <summary>
    /// Same amount as people mean it: "0.8 A" is "800 mA", a pump of 25 mm is one of an inch; a number without a unit agrees
    /// with the same number of any unit.
    /// </summary>
    public bool Agrees(Quantity other)
    {
        if (Kind.Length == 0 || other.Kind.Length == 0 || Unit == other.Unit)
        {
            return Near(Value, other.Value, Rounding);
        }

        return Kind == other.Kind && Near(Base, other.Base, Kind == "Length" ? NominalLength : Rounding);
    }

    private static bool Near(double a, double b, double tolerance) =>
        Math.Abs(a - b) <= (tolerance * Math.Max(Math.Abs(a), Math.Abs(b))) + 1e-12;
}
