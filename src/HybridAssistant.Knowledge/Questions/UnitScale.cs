using System.Collections.Frozen;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Linear scales of all units onto the first unit of their kind, worked out once.</summary>
internal static class UnitScale
{
    private static readonly FrozenDictionary<string, (double Factor, double Offset)> Scales = Build();

    /// <summary>An amount in the first unit of its kind; the amount itself where the unit is unknown.</summary>
    public static double ToBase(double value, string unit) =>
        Scales.TryGetValue(unit, out (double Factor, double Offset) scale) ? (value * scale.Factor) + scale.Offset : value;

    private static FrozenDictionary<string, (double Factor, double Offset)> Build()
    {
        var scales = new Dictionary<string, (double Factor, double Offset)>(StringComparer.Ordinal);
        foreach (IGrouping<string, UnitDefinition> kind in UnitTable.Default.Units.GroupBy(u => u.Kind, StringComparer.Ordinal))
        {
            UnitDefinition first = kind.First();
            foreach (UnitDefinition unit in kind)
            {
                if (UnitConversion.TryConvert(0, unit, first, out double offset) && UnitConversion.TryConvert(1, unit, first, out double one))
                {
                    scales.TryAdd(unit.Canonical, (one - offset, offset));
                }
            }
        }

        return scales.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
