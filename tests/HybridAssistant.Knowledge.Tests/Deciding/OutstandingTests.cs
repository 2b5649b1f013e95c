using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;
using HybridAssistant.Knowledge.Tests.Selection;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class OutstandingTests
{
    private static readonly FactFeatures Named = new() { Named = 1, Attribute = 0.5, Kind = 1 };
    private static readonly SentenceFeatures Near = new() { Cosine = 0.5, Attribute = 1, Statement = 1 };

    private readonly FactBuilder _facts = new("kx.pdf", "KX centrifugal pumps");
    private readonly DecidingOptions _options = new();

    [Fact]
    public void A_line_that_no_other_comes_near_stands_out_and_one_of_two_does_not()
    {
        Assert.True(Outstanding.IsBestLine(Lines(Named, second: -5), _options));
        Assert.False(Outstanding.IsBestLine(Lines(Named, second: -3), _options));
    }

    [Fact]
    public void Cells_of_one_row_do_not_hide_each_other()
    {
        ScoredFact[] row = [Line("Free space", -2.2, Named), Line("Free space", -2.3, Named), Line("Weight", -6, Named)];

        Assert.True(Outstanding.IsBestLine(new FactSelection([.. row], 0.1), _options));
    }

    [Fact]
    public void A_line_that_something_speaks_against_does_not_stand_out()
    {
        Assert.False(Outstanding.IsBestLine(Lines(Named with { Missed = 1 }, second: -9), _options));
        Assert.False(Outstanding.IsBestLine(Lines(Named with { Unmet = 1 }, second: -9), _options));
        Assert.False(Outstanding.IsBestLine(Lines(Named with { Named = -0.7 }, second: -9), _options));
        Assert.False(Outstanding.IsBestLine(Lines(Named with { Kind = -1 }, second: -9), _options));
        Assert.False(Outstanding.IsBestLine(Lines(Named with { Attribute = 0 }, second: -9), _options));
    }

    [Fact]
    public void A_sentence_that_no_other_comes_near_stands_out_and_one_of_two_does_not()
    {
        Assert.True(Outstanding.IsBestSentence([Sentence("Renew the gel every 12 months.", -0.3, Near), Sentence("Weight: 3 kg", -4, Near)], _options));
        Assert.False(Outstanding.IsBestSentence([Sentence("Renew the gel every 12 months.", -0.3, Near), Sentence("Weight: 3 kg", -1, Near)], _options));
    }

    [Fact]
    public void A_sentence_that_a_sheet_prints_twice_does_not_hide_itself()
    {
        Assert.True(Outstanding.IsBestSentence([Sentence("Rated IP67.", -0.3, Near), Sentence("Rated IP67.", -0.4, Near)], _options));
    }

    [Fact]
    public void A_sentence_on_another_kind_of_what_is_asked_does_not_stand_out()
    {
        Assert.False(Outstanding.IsBestSentence([Sentence("Discharge at 21 °C.", -0.3, Near with { Attribute = 0.5 })], _options));
        Assert.False(Outstanding.IsBestSentence([Sentence("Discharge at 21 °C.", -0.3, Near with { Missed = 1 })], _options));
        Assert.False(Outstanding.IsBestSentence([Sentence("Discharge at 21 °C.", -0.3, Near with { Cosine = 0.2 })], _options));
    }

    private FactSelection Lines(FactFeatures best, double second) => new([Line("Storage", -2.2, best), Line("Weight", second, Named)], 0.1);

    private ScoredFact Line(string attribute, double score, FactFeatures features) =>
        new(_facts.Fact("KX-200", attribute, "", "14", "kg").Entry, score, features);

    private static ScoredSentence Sentence(string text, double score, SentenceFeatures features) =>
        new(
            new IndexEntry(
                null,
                new Passage { Id = $"kx.pdf:{score}", Document = "kx.pdf", Page = 1, Text = text, Box = new BoundingBox(0, 0, 10, 10) },
                "KX centrifugal pumps",
                null),
            score,
            1 / (1 + Math.Exp(-score)),
            features);
}
