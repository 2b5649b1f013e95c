using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class LeadingSignsTests
{
    [Theory]
    [InlineData(true, "±5")]
    [InlineData(false, "+5")]
    public void Tells_plus_minus_from_plus_by_the_bar_below(bool bar, string expected)
    {
        GrayBitmap image = Drawing.Blank(60, 40);
        Drawing.Fill(image, 10, 16, 24, 18);
        Drawing.Fill(image, 16, 10, 18, 24);
        if (bar)
        {
            Drawing.Fill(image, 10, 28, 24, 30);
        }

        Drawing.Fill(image, 30, 8, 40, 30);

        Assert.Equal(expected, LeadingSigns.Restore(new RecognizedWord("+5", 9, 7, 32, 24, 0.9, (1, 1, 1)), image).Text);
    }

    [Theory]
    [InlineData(2, "-65")]
    [InlineData(7, "~65")]
    public void Tells_minus_from_tilde_by_the_height_of_the_stroke(int height, string expected)
    {
        GrayBitmap image = Drawing.Blank(80, 40);
        Drawing.Fill(image, 10, 20, 24, 20 + height);
        Drawing.Fill(image, 30, 8, 40, 30);
        Drawing.Fill(image, 44, 8, 54, 30);

        Assert.Equal(expected, LeadingSigns.Restore(new RecognizedWord("~65", 9, 7, 47, 24, 0.9, (1, 1, 1)), image).Text);
    }
}
