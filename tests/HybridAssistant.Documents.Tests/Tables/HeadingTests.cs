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
    [InlineData("Nominal Voltage:", "Nominal Voltage", "")]
    public void Takes_the_unit_out_of_a_label(string label, string name, string unit) =>
        Assert.Equal(new Heading(name, unit), Heading.Of(label));
}
