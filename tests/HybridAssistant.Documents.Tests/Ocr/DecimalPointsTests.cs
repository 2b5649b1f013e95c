using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class DecimalPointsTests
{
    private readonly GrayBitmap _image = Drawing.Blank(100, 40);

    [Fact]
    public void Puts_back_a_point_that_the_image_shows()
    {
        Draw(10, 10, 20, 30);
        Draw(24, 27, 27, 30);
        Draw(32, 10, 42, 30);

        Assert.Equal("4.9", DecimalPoints.Restore(Word("49"), _image).Text);
    }

    [Fact]
    public void Adds_no_point_where_there_is_none()
    {
        Draw(10, 10, 20, 30);
        Draw(32, 10, 42, 30);

        Assert.Equal("49", DecimalPoints.Restore(Word("49"), _image).Text);
    }

    [Fact]
    public void Adds_no_point_for_a_dot_above_the_baseline()
    {
        Draw(10, 10, 20, 30);
        Draw(24, 18, 27, 21);
        Draw(32, 10, 42, 30);

        Assert.Equal("49", DecimalPoints.Restore(Word("49"), _image).Text);
    }

    private void Draw(int left, int top, int right, int bottom) => Drawing.Fill(_image, left, top, right, bottom);

    private static RecognizedWord Word(string text) => new(text, 8, 8, 36, 24, 0.9, (1, 1, 1));
}
