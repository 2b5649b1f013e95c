using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class QuantityParserTests
{
    private static readonly QuantityParser Parser = QuantityParser.Default;

    [Theory]
    [InlineData("12.4 kg", "", null, 12.4, null, "kg", "Mass")]
    [InlineData("-30 ~ +70", "°C", -30.0, null, 70.0, "°C", "Temperature")]
    [InlineData("-30°C To +80°C", "", -30.0, null, 80.0, "°C", "Temperature")]
    [InlineData("4.5 – 9.0", "VDC", 4.5, null, 9.0, "VDC", "ElectricPotential")]
    [InlineData("10...30", "V", 10.0, null, 30.0, "V", "ElectricPotential")]
    [InlineData("10…30 V", "", 10.0, null, 30.0, "V", "ElectricPotential")]
    [InlineData("10 to 30", "bar", 10.0, null, 30.0, "bar", "Pressure")]
    [InlineData("10-30", "mA", 10.0, null, 30.0, "mA", "ElectricCurrent")]
    [InlineData("-10 to -5", "dBm", -10.0, null, -5.0, "dBm", "PowerRatio")]
    [InlineData("0.25A to 5A", "", 0.25, null, 5.0, "A", "ElectricCurrent")]
    [InlineData("63mA - 15A", "", 0.063, null, 15.0, "A", "ElectricCurrent")]
    [InlineData("less than 1 Hz to more than 15 MHz", "", 0.000001, null, 15.0, "MHz", "Frequency")]
    [InlineData("±5", "%", -5.0, null, 5.0, "%", "Ratio")]
    [InlineData("± 5", "VDC", -5.0, null, 5.0, "VDC", "ElectricPotential")]
    [InlineData("9100 ±1800", "rpm", 7300.0, 9100.0, 10900.0, "rpm", "RotationalSpeed")]
    [InlineData("10 MΩ ±1.5%", "", 9.85, 10.0, 10.15, "MΩ", "ElectricResistance")]
    [InlineData("+10/-15 %", "", -15.0, null, 10.0, "%", "Ratio")]
    [InlineData("<= 3.5", "W", null, null, 3.5, "W", "Power")]
    [InlineData("≦40", "℃", null, null, 40.0, "°C", "Temperature")]
    [InlineData("≧50", "℃", 50.0, null, null, "°C", "Temperature")]
    [InlineData("> 60", "krad", 60.0, null, null, "krad", "AbsorbedDoseOfIonizingRadiation")]
    [InlineData("max. 16", "bar", null, null, 16.0, "bar", "Pressure")]
    [InlineData("16 bar max.", "", null, null, 16.0, "bar", "Pressure")]
    [InlineData("up to 16 bar", "", null, null, 16.0, "bar", "Pressure")]
    [InlineData("From 9.9", "lbs", 9.9, null, null, "lb", "Mass")]
    [InlineData("DC to 100", "MHz", null, null, 100.0, "MHz", "Frequency")]
    [InlineData("Approx.72", "min", null, 72.0, null, "min", "Duration")]
    [InlineData("~6.1", "ns", null, 6.1, null, "ns", "Duration")]
    [InlineData("1,5", "kW", null, 1.5, null, "kW", "Power")]
    [InlineData("0,125", "kW", null, 0.125, null, "kW", "Power")]
    [InlineData("1,000", "mAh", null, 1000.0, null, "mAh", "ElectricCharge")]
    [InlineData("1’000", "h", null, 1000.0, null, "h", "Duration")]
    [InlineData("10 000", "h", null, 10000.0, null, "h", "Duration")]
    [InlineData("1.234,5", "kg", null, 1234.5, null, "kg", "Mass")]
    [InlineData("1-1/2", "”", null, 1.5, null, "in", "Length")]
    [InlineData("1½\"", "", null, 1.5, null, "in", "Length")]
    [InlineData("½\"", "", null, 0.5, null, "in", "Length")]
    [InlineData(".276", "in", null, 0.276, null, "in", "Length")]
    [InlineData("5x10⁻⁵", "Pa", null, 5e-5, null, "Pa", "Pressure")]
    [InlineData("327.9K", "hrs", null, 327900.0, null, "h", "Duration")]
    [InlineData("43 lbs / 19.5kg", "", null, 43.0, null, "lb", "Mass")]
    [InlineData("2 mA / 240 VAC", "", null, 2.0, null, "mA", "ElectricCurrent")]
    [InlineData("2.1 A @ 25 °C", "", null, 2.1, null, "A", "ElectricCurrent")]
    [InlineData("10 min", "V", 10.0, null, null, "V", "ElectricPotential")]
    [InlineData("-28", "W", null, -28.0, null, "W", "Power")]
    [InlineData("5", "flurbs", null, 5.0, null, "flurbs", "")]
    [InlineData("24", "", null, 24.0, null, "", "")]
    public void Reads_what_sheets_print(string value, string unit, double? min, double? typical, double? max, string canonical, string kind)
    {
        TypedValue? typed = Parser.Parse(value, unit);

        Assert.NotNull(typed);
        Assert.Equal((canonical, kind), (typed.Unit, typed.Kind));
        Assert.Equal(min ?? double.NaN, typed.Min ?? double.NaN, 1e-9);
        Assert.Equal(typical ?? double.NaN, typed.Typical ?? double.NaN, 1e-9);
        Assert.Equal(max ?? double.NaN, typed.Max ?? double.NaN, 1e-9);
    }

    [Theory]
    [InlineData("Yes", "")]
    [InlineData("5 x 20", "mm")]
    [InlineData("215*115*30mm", "")]
    [InlineData("4747, 4757", "")]
    [InlineData("2004-01-01", "")]
    [InlineData("2002/95/EC", "")]
    [InlineData("54−667", "")]
    [InlineData("3.3 / 5", "V DC")]
    [InlineData("50Hz / 60Hz", "")]
    [InlineData("10GBASE-ER", "")]
    [InlineData("UL60950-1", "")]
    [InlineData("1421T2", "")]
    [InlineData("", "")]
    public void Leaves_dimensions_lists_and_codes_alone(string value, string unit)
    {
        Assert.Null(Parser.Parse(value, unit));
    }

    [Theory]
    [InlineData("max", null, null, 16.0)]
    [InlineData("min.", 16.0, null, null)]
    [InlineData("at 25 °C", null, 16.0, null)]
    public void Takes_the_bound_from_the_condition(string condition, double? min, double? typical, double? max)
    {
        Assert.Equal(new TypedValue(min, typical, max, "bar", "Pressure"), Parser.Parse("16", "bar", condition));
    }
}
