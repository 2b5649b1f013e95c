namespace HybridAssistant.Core.Quantities;

/// <summary>Converts numbers between units of one kind: by UnitsNet where it has the kind, else by the table's factors.</summary>
public static class UnitConversion
{
    /// <summary>Converts a number.</summary>
    /// <param name="number">In <paramref name="from"/>.</param>
    /// <param name="from">Its unit.</param>
    /// <param name="to">The unit wanted.</param>
    /// <param name="converted">The number in <paramref name="to"/>; 0 where the units are of different kinds.</param>
    /// <returns>False where the units are of different kinds.</returns>
    public static bool TryConvert(double number, UnitDefinition from, UnitDefinition to, out double converted)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        converted = 0;
        if (from.Kind != to.Kind || !double.IsFinite(number))
        {
            return false;
        }

        if (from.UnitsNetUnit == to.UnitsNetUnit)
        {
            converted = number * from.Factor / to.Factor;
            return true;
        }

        if (from.UnitsNetUnit is null || to.UnitsNetUnit is null)
        {
            return false;
        }

        if (!UnitsNet.UnitConverter.TryConvertByName(number * from.Factor, from.Kind, from.UnitsNetUnit, to.UnitsNetUnit, out double scaled))
        {
            return false;
        }

        converted = scaled / to.Factor;
        return double.IsFinite(converted);
    }
}
