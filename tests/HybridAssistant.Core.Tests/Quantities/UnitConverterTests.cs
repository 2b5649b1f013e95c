using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class UnitConverterTests
{
    [Theory]
    [InlineData("16", "bar", "psi", "232")]
    [InlineData("-10°C ~ +60°C", "", "°F", "14 ~ 140")]
    [InlineData("80", "°C", "°F", "176")]
    [InlineData("-18", "°C", "°F", "0")]
    [InlineData("220", "lpm", "gpm", "58.1")]
    [InlineData("9,842", "ft", "m", "3000")]
    [InlineData("9100 ±1800", "rpm", "rad/s", "953 ±188")]
    [InlineData("100 ±5%", "bar", "psi", "1450 ±5%")]
    [InlineData("≤ 3.5", "kW", "HP", "<= 4.69")]
    [InlineData("1-1/2", "”", "mm", "38.1")]
    [InlineData("0.8", "oz.", "g", "22.7")]
    [InlineData("49", "lbs/1000ft", "kg/km", "72.9")]
    [InlineData("0.6", "dB/100m", "dB/km", "6")]
    public void Adds_a_value_with_the_digits_that_the_printed_one_supports(string value, string unit, string target, string expected)
    {
        ConvertedQuantity? converted = UnitConverter.Default.Convert(value, unit, UnitTable.Default.Find(target)!);

        Assert.Equal(new ConvertedQuantity(expected, target), converted);
    }

    [Theory]
    [InlineData("16", "bar", "kg")]
    [InlineData("16", "bar", "bar")]
    [InlineData("±2", "°C", "°F")]
    [InlineData("Yes", "", "°F")]
    [InlineData("12", "VDC", "V")]
    public void Converts_nothing_where_there_is_nothing_to_convert(string value, string unit, string target)
    {
        Assert.Null(UnitConverter.Default.Convert(value, unit, UnitTable.Default.Find(target)!));
    }
}
