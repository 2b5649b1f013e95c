using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Words;

public sealed class WordSplitterTests
{
    [Theory]
    [InlineData("12V", "12 v")]
    [InlineData("61lpm", "61 lpm")]
    [InlineData("1,000 µF", "1000 uf")]
    [InlineData("1’000 µF", "1000 uf")]
    [InlineData("1-1/2”", "1.5 inch")]
    [InlineData("½ inch", "0.5 inch")]
    [InlineData("half-inch", "0.5 inch")]
    [InlineData("ten million cycles", "10000000 cycles")]
    [InlineData("20 thousand hours", "20000 hours")]
    [InlineData("a quarter turn", "a quarter turn")]
    [InlineData("C₀", "c0")]
    [InlineData("50:1", "50 :1")]
    [InlineData("-18°C to 55°C", "-18 ° c to 55 ° c")]
    [InlineData("E91 and 1442440F1", "e91 and 1442440f1")]
    [InlineData("5x20", "5 x 20")]
    [InlineData("dn50 PN40", "dn 50 pn 40")]
    [InlineData("3,5 bar", "3.5 bar")]
    [InlineData("rev'ed-up", "reved up")]
    public void Numbers_stand_apart_from_units_and_codes_stay_whole(string text, string expected)
    {
        string words = string.Join(' ', WordSplitter.Split(text).Select(w => w.Text));

        Assert.Equal(expected, words);
    }

    [Theory]
    [InlineData("weighs", "weigh")]
    [InlineData("operating", "operat")]
    [InlineData("analogue", "analog")]
    [InlineData("fibres", "fiber")]
    [InlineData("operates", "operat")]
    [InlineData("batteries", "battery")]
    [InlineData("running", "run")]
    [InlineData("cell", "cell")]
    [InlineData("glass", "glass")]
    public void Plural_and_verb_endings_fall(string word, string stem)
    {
        Assert.Equal(stem, Stemmer.Stem(word));
    }

    [Fact]
    public void Where_a_word_stood_is_kept()
    {
        var words = WordSplitter.Split("max. 16 bar");

        Assert.Equal([0, 5, 8], words.Select(w => w.Start));
    }
}
