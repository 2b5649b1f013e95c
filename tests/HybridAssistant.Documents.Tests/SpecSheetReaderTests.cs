using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Tests;

/// <summary>What is understood of whole sheets of the sample corpus.</summary>
public sealed class SpecSheetReaderTests
{
    [Fact]
    public async Task Reads_a_catalogue_table_with_one_model_a_row()
    {
        SpecSheet sheet = await ReadAsync("ball-valves/bv-22.pdf");

        Assert.Equal(
            """
            Sizes · Order no. = BV-22-015
            Sizes · DN = 15
            Sizes · Thread = G ½
            Sizes · Bore = 15 mm
            Sizes · Kv = 16.3 m³/h
            Sizes · Length = 62 mm
            Sizes · Torque = 6 Nm
            Sizes · ISO 5211 flange = F03
            Sizes · Weight = 0.36 kg
            """,
            Print(sheet.Facts.Where(f => f.Page == 1 && f.Product == "BV-22-015")));
    }

    [Fact]
    public async Task Reads_labels_and_values_that_dots_join()
    {
        SpecSheet sheet = await ReadAsync("temperature-transmitters/tt-50.pdf");

        Assert.Equal(
            """
            Output · Current, active or passive = 0 / 4 to 20 mA
            Output · Voltage = 0 to 10 V
            Output · Load, current output = 600 Ω (max)
            Output · Load, voltage output = 10 kΩ (min)
            Output · Update time = 60 ms
            Output · Update time = 110 ms
            """,
            Print(sheet.Facts.Where(f => f.Section == "Output")));
    }

    [Fact]
    public async Task Reads_minima_and_maxima_under_their_headings()
    {
        SpecSheet sheet = await ReadAsync("io-modules/hio-di.pdf");

        Assert.Equal(
            """
            DATA OF EACH CHANNEL · Input current at 24 V = 2.1 mA (min)
            DATA OF EACH CHANNEL · Input current at 24 V = 2.6 mA (typ)
            DATA OF EACH CHANNEL · Input current at 24 V = 3.2 mA (max)
            """,
            Print(sheet.Facts.Where(f => f.Attribute == "Input current at 24 V")));
    }

    [Fact]
    public async Task Takes_what_a_grid_of_conditions_states_from_the_sentence_above_it()
    {
        SpecSheet sheet = await ReadAsync("ball-valves/bv-22.pdf");

        Assert.Equal(
            """
            Pressure and temperature · Highest working pressure = 69 bar (Size DN 8 to DN 25 −20 to 40 °C)
            Pressure and temperature · Highest working pressure = 63 bar (Size DN 32 to DN 50 −20 to 40 °C)
            """,
            Print(sheet.Facts.Where(f => f.Condition.EndsWith("40 °C", StringComparison.Ordinal) && f.Attribute.StartsWith("Highest", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Gives_a_value_in_the_middle_of_two_models_to_both()
    {
        SpecSheet sheet = await ReadAsync("linear-actuators/la-series.pdf");

        Assert.Equal(
            ["LA-20 IP54", "LA-30 IP66", "LA-45 IP66", "LA-60 IP66 / IP69K"],
            sheet.Facts.Where(f => f.Attribute == "Protection").Select(f => f.Product + " " + f.Value));
    }

    [Fact]
    public async Task Spreads_a_heading_over_the_columns_it_is_centred_on()
    {
        SpecSheet sheet = await ReadAsync("bearings/deep-groove-60-62-63.pdf");

        Assert.Equal(
            """
            Dimensions and load ratings · Dimensions d = 25 mm
            Dimensions and load ratings · Dimensions D = 47 mm
            Dimensions and load ratings · Dimensions B = 12 mm
            Dimensions and load ratings · Dimensions r min. = 0.6 mm
            """,
            Print(sheet.Facts.Where(f => f.Product == "6005" && f.Attribute.StartsWith("Dimensions", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Finds_title_series_and_models()
    {
        SpecSheet sheet = await ReadAsync("centrifugal-pumps/kx-series-rev-b.pdf");

        Assert.Equal("KX Series – Single-stage centrifugal pumps for water, glycol and hot condensate", sheet.Title);
        Assert.Equal(new ProductName("KX Series", sheet.Products[0].Aliases, IsSeries: true), sheet.Products[0]);
        Assert.Subset(sheet.Products.Select(p => p.Name).ToHashSet(), new HashSet<string> { "KX-200", "KX-250", "KX-310", "KX-400" });
    }

    [Fact]
    public async Task Puts_running_text_under_its_heading()
    {
        SpecSheet sheet = await ReadAsync("centrifugal-pumps/kx-series-rev-b.pdf");

        Passage passage = Assert.Single(sheet.Passages, p => p.Text.StartsWith("Pump with coupling guard", StringComparison.Ordinal));
        Assert.EndsWith("Scope of delivery", passage.Section, StringComparison.Ordinal);
    }

    private static async Task<SpecSheet> ReadAsync(string sheet)
    {
        string path = RepositoryFolder.Find("corpus/sheets/" + sheet);
        SheetReading reading = await new SpecSheetReader().ReadAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return reading.Sheet!;
    }

    private static string Print(IEnumerable<Fact> facts) => string.Join('\n', facts.Select(f =>
        $"{f.Section} · {f.Attribute} = {f.Value}{(f.Unit.Length > 0 ? " " + f.Unit : "")}{(f.Condition.Length > 0 ? $" ({f.Condition})" : "")}"));
}
