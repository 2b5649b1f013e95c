using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tests.Reading;

public sealed class ScriptJoinerTests
{
    [Theory]
    [InlineData("m", "3", "m³")]
    [InlineData("10", "-12", "10⁻¹²")]
    [InlineData("mm", "2", "mm²")]
    public void Writes_a_raised_power_as_part_of_its_word(string text, string script, string expected)
    {
        Word word = Raised(text, script);

        Assert.Equal(expected, word.Text);
        Assert.Equal("", word.Mark);
    }

    [Theory]
    [InlineData("Weight", "1")]
    [InlineData("85", "2)")]
    public void Keeps_a_raised_footnote_mark_beside_its_word(string text, string script)
    {
        Word word = Raised(text, script);

        Assert.Equal(text, word.Text);
        Assert.Equal(script, word.Mark);
    }

    [Fact]
    public void Writes_a_lowered_script_on_the_line()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "300").Text(30, 50, "V").Text(35.2, 52, "RMS", 6).Page().Lines);

        Assert.Equal(["300", "VRMS"], line.Words.Select(w => w.Text));
    }

    [Fact]
    public void Joins_what_follows_a_script_without_a_gap()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "(MnO").Text(30, 52, "2", 6).Text(33, 50, ")").Page().Lines);

        Assert.Equal("(MnO2)", Assert.Single(line.Words).Text);
    }

    private static Word Raised(string text, string script)
    {
        double end = 10 + (5 * text.Length);
        TextLine line = Assert.Single(new Sketch().Text(10, 50, text).Text(end + 0.2, 46, script, 6).Page().Lines);
        return Assert.Single(line.Words);
    }
}
