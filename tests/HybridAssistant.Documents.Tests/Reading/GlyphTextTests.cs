using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tests.Reading;

public sealed class GlyphTextTests
{
    [Theory]
    [InlineData("ﬁ", "fi")]
    [InlineData("ﬄ", "ffl")]
    [InlineData("\uF0B7", "•")]
    [InlineData("\uF0B0", "°")]
    [InlineData("\u00A0", " ")]
    [InlineData("\u200B", "")]
    [InlineData("Ω", "Ω")]
    [InlineData("±", "±")]
    public void Turns_glyphs_into_the_characters_a_reader_would_type(string glyph, string expected) =>
        Assert.Equal(expected, GlyphText.Clean(glyph));
}
