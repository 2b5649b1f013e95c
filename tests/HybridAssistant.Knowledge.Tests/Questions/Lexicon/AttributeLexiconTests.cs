using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Lexicon;

public sealed class AttributeLexiconTests
{
    [Fact]
    public void It_knows_at_least_250_attributes_each_once()
    {
        string[] names = [.. AttributeLexicon.Default.Concepts.Select(c => c.Name)];

        Assert.True(names.Length >= 250, $"{names.Length} attributes");
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("How heavy is it?", "mass")]
    [InlineData("How loud is the compressor?", "noise")]
    [InlineData("How far can it lift on suction?", "head.suction")]
    [InlineData("What is the storage temperature?", "temperature.storage")]
    [InlineData("Is it waterproof?", "ip")]
    [InlineData("Do I have to regrease it now and then?", "lubrication")]
    [InlineData("How quickly does it respond?", "time.response")]
    [InlineData("Which licence part number do I need?", "partnumber")]
    [InlineData("What is the biggest bit of grit that goes through?", "solids")]
    [InlineData("How crooked may the shaft sit?", "misalignment")]
    [InlineData("What does it put on the crane hook?", "mass")]
    [InlineData("How long does it survive without any water?", "time.dryrun")]
    [InlineData("May I push on the shaft lengthwise?", "force.axial")]
    [InlineData("How long can I store it?", "time.shelf")]
    [InlineData("After how many hours is the fan worn out?", "time.life")]
    [InlineData("Which spanner do I need?", "dimension.wrench")]
    [InlineData("How far do I strip the wires?", "dimension.striplength")]
    public void Customers_words_lead_to_the_attribute(string question, string attribute)
    {
        var matches = AttributeLexicon.Default.Match(WordSplitter.Split(question), asQuestion: true);

        Assert.Contains(matches, m => m.Concept.Name == attribute);
    }

    [Theory]
    [InlineData("Max. Recommended Current", "current")]
    [InlineData("Temperature range Operating", "temperature.operating")]
    [InlineData("Unloaded RPM", "speed.noload")]
    [InlineData("HOLD UP TIME (Typ.)", "time.holdup")]
    [InlineData("SUCTION PRESSURE", "head.suction")]
    public void Labels_of_sheets_lead_to_the_attribute(string label, string attribute)
    {
        var matches = AttributeLexicon.Default.Match(WordSplitter.Split(label), asQuestion: false);

        Assert.Contains(matches, m => m.Concept.Name == attribute);
    }

    [Theory]
    [InlineData("How many volts does it put out?", true)]
    [InlineData("Does it run out if I put oil in?", false)]
    public void Customers_phrases_are_met_in_their_order_only(string question, bool isOutput)
    {
        var matches = AttributeLexicon.Default.Match(WordSplitter.Split(question), asQuestion: true);

        Assert.Equal(isOutput, matches.Any(m => m.Concept.Name == "voltage.output"));
    }

    [Fact]
    public void A_question_asks_for_nothing_by_stop_words_alone()
    {
        Assert.Empty(AttributeLexicon.Default.Match(WordSplitter.Split("Can it be that it is in there?"), asQuestion: true));
    }

    [Fact]
    public void A_longer_phrase_shadows_the_shorter_one_inside_it()
    {
        var matches = AttributeLexicon.Default.Match(WordSplitter.Split("output voltage"), asQuestion: false);

        Assert.DoesNotContain(matches, m => m.Concept.Name == "voltage");
    }
}
