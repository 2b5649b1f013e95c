using HybridAssistant.Documents.Facts;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class ConditionLabelTests
{
    [Theory]
    [InlineData("16 bar")]
    [InlineData("at 7.5 bar")]
    [InlineData("over 10 to 18")]
    [InlineData("DN 25")]
    [InlineData("−10 to 50 °C")]
    public void Knows_labels_that_are_conditions(string label) => Assert.True(ConditionLabel.Is(label));

    [Theory]
    [InlineData("Weight at 200 mm stroke")]
    [InlineData("2 m PUR cable")]
    [InlineData("T bore")]
    [InlineData("Attenuation")]
    public void Knows_labels_that_name_something(string label) => Assert.False(ConditionLabel.Is(label));
}
