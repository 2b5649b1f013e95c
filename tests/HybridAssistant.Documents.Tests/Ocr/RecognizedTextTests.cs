using HybridAssistant.Documents.Ocr;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class RecognizedTextTests
{
    [Theory]
    [InlineData("70*C", "70°C")]
    [InlineData("300mWw", "300mW")]
    [InlineData("Ww", "W")]
    [InlineData("kg:-mm", "kg·mm")]
    [InlineData("kg:mm,", "kg·mm,")]
    [InlineData("10kQ", "10kΩ")]
    [InlineData("Q", "Q")]
    [InlineData("+/-5", "±5")]
    [InlineData("Motor", "Motor")]
    [InlineData("NE561B", "NE561B")]
    public void Mends_usual_misreadings_only(string read, string mended)
    {
        Assert.Equal(mended, RecognizedText.Clean(read));
    }
}
