using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tests.Reading;

public sealed class LineBuilderTests
{
    [Fact]
    public void Splits_words_at_spaces_and_at_gaps_without_a_space()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "Rated flow").Text(100, 50, "12.5").Page().Lines);

        Assert.Equal(["Rated", "flow", "12.5"], line.Words.Select(w => w.Text));
    }

    [Fact]
    public void Puts_letters_of_one_baseline_in_order_whatever_their_order_in_the_file()
    {
        TextLine line = Assert.Single(new Sketch().Text(100, 50, "bar").Text(10, 50.4, "Pressure").Page().Lines);

        Assert.Equal(["Pressure", "bar"], line.Words.Select(w => w.Text));
    }

    [Fact]
    public void Drops_the_dots_that_lead_from_a_label_to_its_value()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "Weight ........................ 105 g").Page().Lines);

        Assert.Equal(["Weight", "105", "g"], line.Words.Select(w => w.Text));
        Assert.True(line.Words[1].Box.X0 - line.Words[0].Box.X1 > 100);
    }

    [Fact]
    public void Keeps_the_dots_of_a_range()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "4...20 mA").Page().Lines);

        Assert.Equal(["4...20", "mA"], line.Words.Select(w => w.Text));
    }

    [Fact]
    public void Reads_letters_printed_twice_for_weight_once_and_as_bold()
    {
        TextLine line = Assert.Single(new Sketch().Text(10, 50, "Type").Text(10.3, 50, "Type").Page().Lines);

        Word word = Assert.Single(line.Words);
        Assert.Equal("Type", word.Text);
        Assert.True(word.Bold);
    }
}
