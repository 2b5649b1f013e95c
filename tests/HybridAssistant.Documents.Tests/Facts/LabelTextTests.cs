using HybridAssistant.Documents.Facts;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData("2-1.Nominal Voltage", "Nominal Voltage")]
    [InlineData("3.1 Differential pressure", "Differential pressure")]
    [InlineData("• Weight:", "Weight")]
    [InlineData("Typical Capacity*", "Typical Capacity")]
    [InlineData("5 x 20 mm fuse", "5 x 20 mm fuse")]
    [InlineData("10BASE-T link", "10BASE-T link")]
    public void Frees_labels_of_clause_numbers_and_marks(string label, string expected) => Assert.Equal(expected, LabelText.Clean(label));
}
