using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class SkewEstimatorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-1.2)]
    public void Measures_by_how_much_lines_of_a_scan_are_turned(double degrees)
    {
        GrayBitmap image = Drawing.Blank(1000, 1000);
        double slope = Math.Tan(degrees * Math.PI / 180);
        for (int line = 100; line < 900; line += 40)
        {
            for (int x = 100; x < 900; x++)
            {
                int y = line + (int)Math.Round(slope * x);
                image[x, y] = image[x, y + 1] = 0;
            }
        }

        Assert.Equal(degrees, SkewEstimator.Degrees(image), 0.05);
    }

    [Fact]
    public void A_blank_page_is_level()
    {
        Assert.Equal(0, SkewEstimator.Degrees(Drawing.Blank(100, 100)));
    }

    [Fact]
    public void A_box_found_on_the_level_page_goes_back_to_where_it_is_displayed()
    {
        var turn = new PageTurn(90, 50, 50);

        BoundingBox displayed = turn.ToDisplayed(new BoundingBox(90, 45, 100, 55));

        Assert.Equal((50, 95), (Math.Round(displayed.CenterX, 9), Math.Round(displayed.CenterY, 9)));
    }
}
