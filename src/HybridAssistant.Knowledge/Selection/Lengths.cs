using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Compares nominal sizes over units: 25 mm is called one inch.</summary>
internal static class Lengths
{
    private const double Tolerance = 0.03;

    /// <summary>Whether two lengths are the same nominal size.</summary>
    public static bool Agree(Quantity a, Quantity b)
    {
        double first = Millimetres(a);
        double second = Millimetres(b);
        return first > 0 && second > 0 && Math.Abs(first - second) <= Tolerance * Math.Max(first, second);
    }

    private static double Millimetres(Quantity length) => length.Unit switch
    {
        "mm" => length.Value,
        "cm" => length.Value * 10,
        "in" => length.Value * 25.4,
        _ => 0,
    };
}
