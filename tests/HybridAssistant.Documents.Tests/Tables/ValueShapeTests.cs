using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Tables;

public sealed class ValueShapeTests
{
    [Theory]
    [InlineData("KX-200", true)]
    [InlineData("TES 2N-0510", true)]
    [InlineData("CFP2-WDM-DS-1HL=", true)]
    [InlineData("54−667", false)]
    [InlineData("Round", false)]
    [InlineData("DC to 100", false)]
    [InlineData("12 mm", false)]
    public void Tells_codes_by_their_form(string text, bool expected) => Assert.Equal(expected, ValueShape.IsCode(text));

    [Theory]
    [InlineData("12 V", true)]
    [InlineData("±0.5 %", true)]
    [InlineData("< 3.5 W", true)]
    [InlineData(".276 (7.0)", true)]
    [InlineData("−40 to +85 °C", true)]
    [InlineData("IP65", false)]
    [InlineData("max. 5 bar", false)]
    public void Tells_quantities_by_their_beginning(string text, bool expected) => Assert.Equal(expected, ValueShape.StartsAsQuantity(text));
}
