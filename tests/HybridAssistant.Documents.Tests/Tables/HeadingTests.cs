using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Tables;

public sealed class HeadingTests
{
    [Theory]
    [InlineData("Weight [kg]", "Weight", "kg")]
    [InlineData("Voltage drop (mV)‡", "Voltage drop", "mV")]
    [InlineData("Head, m", "Head", "m")]
    [InlineData("Voltage Rating Vac", "Voltage Rating Vac", "Vac")]
    [InlineData("OSNR (dB @0.1nm)", "OSNR @0.1nm", "dB")]
    [InlineData("Dimension (WxHxD)", "Dimension (WxHxD)", "")]
    [InlineData("Output current max.", "Output current max.", "")]
    [InlineData("Noise, dB(A)", "Noise", "dB(A)")]
    [InlineData("Sound level dB(A)", "Sound level", "dB(A)")]
    [InlineData("Specific power at 7.5 bar, kW/(m³/min)", "Specific power at 7.5 bar", "kW/(m³/min)")]
    [InlineData("Max. working pressure at 155 °C", "Max. working pressure at 155 °C", "")]
    [InlineData("r min.", "r min.", "")]
    [InlineData("Nominal Voltage:", "Nominal Voltage", "")]
    public void Takes_the_unit_out_of_a_label(string label, string name, string unit) =>
        Assert.Equal(new Heading(name, unit), Heading.Of(label));
}
