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

    private static IEnumerable<string> Read(Sketch sketch)
    {
        PageContent page = sketch.Page();
        var reader = new LineFactReader(1, static _ => "", static _ => false);
        reader.Read(page.Lines);
        return reader.Facts.Select(f => $"{f.Attribute} = {f.Value}{(f.Unit.Length > 0 ? " " + f.Unit : "")}{(f.Condition.Length > 0 ? $" ({f.Condition})" : "")}");
    }
}
