using HybridAssistant.Documents.Facts;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class LineFactReaderTests
{
    [Fact]
    public void Reads_labelled_lines_and_numbered_clauses()
    {
        Assert.Equal(
            ["Weight = 12.4 kg", "Burst pressure = 80 bar"],
            Read(new Sketch().Text(50, 100, "Weight: 12.4 kg").Text(50, 114, "3.3 Burst pressure: 80 bar")));
    }

    [Fact]
    public void Reads_the_quantity_of_a_list_item()
    {
        Assert.Equal(["Maximum power consumption = 4.2 W"], Read(new Sketch().Text(50, 100, "• Maximum power consumption 4.2W")));
    }

    [Fact]
    public void Puts_items_set_in_under_the_item_above_them()
    {
        Assert.Equal(
            ["Operating case temperature = 0°C to +70°C (Standard)", "Operating case temperature = -20°C to +85°C (Industrial)"],
            Read(new Sketch()
                .Text(50, 100, "• Operating case temperature")
                .Text(70, 114, "o Standard: 0°C to +70°C")
                .Text(70, 128, "o Industrial: -20°C to +85°C")));
    }

    [Fact]
    public void Passes_over_addresses_and_running_text()
    {
        Assert.Empty(Read(new Sketch()
            .Text(50, 100, "Tel: 510-687-0388 Fax: 510-687-0328")
            .Text(50, 114, "The pump was tested for eight hours at the works.")));
    }

    [Theory]
    [InlineData("Input filter meets EN 55022, class A", "Input filter = EN 55022, class A")]
    [InlineData("Designed to UL/CSA 248-14", "Designed to = UL/CSA 248-14")]
    [InlineData("RoHS compliant", "RoHS = compliant")]
    [InlineData("UL Listed, Guide JDYX, File E19180, 63mA-6A", "UL Listed = Guide JDYX, File E19180 (63mA-6A)")]
    [InlineData("5 x 20mm physical size", "physical size = 5 x 20 mm")]
    [InlineData("Optional axial leads available", "axial leads = Optional")]
    [InlineData("Remote programmable via USB", "Remote programmable = USB")]
    [InlineData("Duplex LC receptacle", "receptacle = Duplex LC")]
    [InlineData("Ratings above 6.3A have a 0.8mm diameter lead", "Ratings above 6.3A have a diameter lead = 0.8 mm")]
    public void Reads_what_an_item_states_without_a_colon(string item, string expected) =>
        Assert.Equal([expected], Read(new Sketch().Text(50, 100, "• " + item)));

    [Fact]
    public void Reads_values_that_are_listed_in_one_item_each()
    {
        Assert.Equal(
            ["Display with resolution = 10 mV", "Display with resolution = 10 mA"],
            Read(new Sketch().Text(50, 100, "• Display with 10mV & 10mA resolution")));
    }

    [Theory]
    [InlineData("The transmitter has a cold restart time of 50-90 seconds.", "cold restart time = 50-90 seconds")]
    [InlineData("During the tuning period, the Tx power stays at -40dBm.", "Tx power = -40 dBm (During the tuning period)")]
    public void Reads_a_sentence_that_ends_with_its_one_quantity(string sentence, string expected) =>
        Assert.Equal([expected], ReadSentences(sentence));

    [Theory]
    [InlineData("Fit a flow switch; damage by freezing is outside the warranty of 24 months.")]
    [InlineData("It runs at 12 V and draws up to 3 A.")]
    [InlineData("Open bearings may be used up to 200 °C.")]
    public void Leaves_other_sentences_to_be_quoted_whole(string sentence) => Assert.Empty(ReadSentences(sentence));

    private static IEnumerable<string> ReadSentences(string sentence)
    {
        var reader = new LineFactReader(1, static _ => "", static _ => false);
        reader.ReadSentences([(sentence, default)]);
        return reader.Facts.Select(Print);
    }

    private static IEnumerable<string> Read(Sketch sketch)
    {
        PageContent page = sketch.Page();
        var reader = new LineFactReader(1, static _ => "", static _ => false);
        reader.Read(page.Lines);
        return reader.Facts.Select(Print);
    }

    private static string Print(FactDraft f) =>
        $"{f.Attribute} = {f.Value}{(f.Unit.Length > 0 ? " " + f.Unit : "")}{(f.Condition.Length > 0 ? $" ({f.Condition})" : "")}";
}
