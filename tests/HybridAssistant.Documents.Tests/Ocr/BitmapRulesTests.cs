using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Reading;
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

        (List<Rule> rules, GrayBitmap cleaned) = BitmapRules.Extract(image);

        Assert.Equal(["V 100.5 20-36", "H 20.5 20-180", "H 35.5 20-180"], rules.Select(r => FormattableString.Invariant($"{(r.Horizontal ? "H" : "V")} {r.Position} {r.Start}-{r.End}")));
        Assert.Equal(0, cleaned.InkShare());
    }

    [Fact]
    public void Takes_no_stems_of_letters_and_no_pictures_for_lines()
    {
        GrayBitmap image = Drawing.Blank(400, 200);
        Drawing.Fill(image, 50, 50, 54, 90);
        Drawing.Fill(image, 150, 50, 300, 150);

        (List<Rule> rules, GrayBitmap cleaned) = BitmapRules.Extract(image);

        Assert.Empty(rules);
        Assert.Equal(image.InkShare(), cleaned.InkShare());
    }
}
