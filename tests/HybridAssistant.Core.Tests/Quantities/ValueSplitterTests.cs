using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class ValueSplitterTests
{
    [Theory]
    [InlineData("12.4 kg", "12.4|kg|")]
    [InlineData("29A", "29|A|")]
    [InlineData("43 lbs / 19.5kg", "43|lbs|;19.5|kg|")]
    [InlineData("+221°F (+105°C)", "+221|°F|;+105|°C|")]
    [InlineData("-18°C to 55°C (0°F to 130°F)", "-18°C to 55°C||;0°F to 130°F||")]
    [InlineData("150 to 300 milliohms", "150 to 300|milliohms|")]
    [InlineData("-25 ~ +70℃", "-25 ~ +70|℃|")]
    [InlineData("<2mA / 240VAC", "<2|mA|240VAC")]
    [InlineData("2.1 A @ 25 °C", "2.1|A|25 °C")]
    [InlineData("300V RMS", "300|V RMS|")]
    [InlineData("3.3 /5 V DC", "3.3 /5|V DC|")]
    [InlineData("50Hz / 60Hz", "50Hz / 60Hz||")]
    [InlineData("70.1 x 37.7 x 22.3 mm", "70.1 x 37.7 x 22.3|mm|")]
    [InlineData("27.5mm x 20mm x 15mm", "27.5mm x 20mm x 15mm||")]
    [InlineData("Approx.72 min", "Approx.72|min|")]
    [InlineData("9100 ±1800 rpm", "9100 ±1800|rpm|")]
    [InlineData("DC to 100 MHz", "DC to 100|MHz|")]
    [InlineData("1-1/2”", "1-1/2|”|")]
    [InlineData("0.0 to 14.1 dB", "0.0 to 14.1|dB|")]
    [InlineData("Polycarbonate", "Polycarbonate||")]
    [InlineData("2919 (30 V 80°C)", "2919 (30 V 80°C)||")]
    [InlineData("SO-XFP-ER-C47", "SO-XFP-ER-C47||")]
    [InlineData("1421T2", "1421T2||")]
    [InlineData(".551 (14.0) x .276 (7.0)", ".551 (14.0) x .276 (7.0)||")]
    [InlineData("  16 bar ", "16|bar|")]
    public void Takes_cells_apart(string cell, string expected)
    {
        var parts = ValueSplitter.Default.Split(cell);

        Assert.Equal(expected, string.Join(';', parts.Select(p => $"{p.Value}|{p.Unit}|{p.Condition}")));
    }

    [Fact]
    public void Says_where_each_part_stands_in_the_cell()
    {
        const string cell = "43 lbs / 19.5kg";

        var parts = ValueSplitter.Default.Split(cell);

        Assert.Equal(["43 lbs", "19.5kg"], parts.Select(p => cell[p.Start..p.End]));
    }
}
