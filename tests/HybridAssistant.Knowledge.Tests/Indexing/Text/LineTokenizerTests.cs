using HybridAssistant.Knowledge.Indexing.Text;

namespace HybridAssistant.Knowledge.Tests.Indexing.Text;

public sealed class LineTokenizerTests
{
    [Theory]
    [InlineData("Max. working pressure: 16 bar", "max working pressure 16 bar")]
    [InlineData("2.5 kW, 0,75 HP.", "2.5 kw 0.75 hp")]
    [InlineData("1,000 h or 12.500 kg", "1.000 1000 h or 12.500 12500 kg")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("12 m³/h ±5 % 3 µm", "12 m3 h 5 3 μm")]
    [InlineData("KX-200/4_B", "kx 200 4 b")]
    [InlineData("ﬂow ½", "flow 1 2")]
    [InlineData("…", "")]
    public void Terms_are_folded_words_and_numbers(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', LineTokenizer.Terms(text)));
}
