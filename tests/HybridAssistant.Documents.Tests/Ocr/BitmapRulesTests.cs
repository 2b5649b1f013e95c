using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class BitmapRulesTests
{
    [Fact]
    public void Finds_long_lines_and_short_sides_of_cells_and_erases_them()
    {
        GrayBitmap image = Drawing.Blank(400, 200);
        Drawing.Fill(image, 40, 40, 360, 42);
        Drawing.Fill(image, 40, 70, 360, 72);
        Drawing.Fill(image, 200, 42, 202, 70);

        BitmapRules drawn = BitmapRules.Extract(image);

        Assert.Equal(["V 100.5 20-36", "H 20.5 20-180", "H 35.5 20-180"], drawn.Rules.Select(r => FormattableString.Invariant($"{(r.Horizontal ? "H" : "V")} {r.Position} {r.Start}-{r.End}")));
        Assert.Equal(0, drawn.Cleaned.InkShare());
    }

    [Fact]
    public void Takes_no_stems_of_letters_and_no_pictures_for_lines()
    {
        GrayBitmap image = Drawing.Blank(400, 200);
        Drawing.Fill(image, 50, 50, 54, 90);
        Drawing.Fill(image, 150, 50, 300, 150);

        BitmapRules drawn = BitmapRules.Extract(image);

        Assert.Empty(drawn.Rules);
        Assert.Equal(image.InkShare(), drawn.Cleaned.InkShare());
    }

    [Fact]
    public void Finds_dark_header_bands_and_turns_their_print_dark_on_light()
    {
        GrayBitmap image = Drawing.Blank(400, 200);
        Drawing.Fill(image, 40, 40, 360, 70);
        Drawing.Fill(image, 60, 50, 70, 60, 255);

        BitmapRules drawn = BitmapRules.Extract(image);

        Assert.Equal((20, 20, 180, 35), (drawn.Bands[0].Box.X0, drawn.Bands[0].Box.Y0, drawn.Bands[0].Box.X1, drawn.Bands[0].Box.Y1));
        Assert.Equal((255, 0), (drawn.Cleaned[45, 45], drawn.Cleaned[65, 55]));
        Assert.Equal(4, drawn.Rules.Count);
    }
}
