using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Tables;

public sealed class TableFinderTests
{
    [Fact]
    public void Parts_columns_that_their_widest_values_fill_to_a_word_space()
    {
        Table table = new Sketch()
            .Row(100, (50, "Response"), (150, "2 ms"), (212, "5 ms"))
            .Row(114, (50, "Supply"), (150, "8 to 30 V"), (212, "9 to 30 V"))
            .Row(128, (50, "Error"), (150, "0.5 %"), (212, "0.1 %"))
            .Row(142, (50, "Medium"), (150, "-40 to 9 °C"), (212, "-20 to 8 °C"))
            .Layout().Tables[0];

        Assert.EndsWith("Medium | -40 to 9 °C | -20 to 8 °C", Sketch.Print(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_dash_for_no_value_apart_from_the_unit_behind_it()
    {
        Table table = new Sketch()
            .Row(100, (50, "Accuracy"), (150, "-"), (200, "0.5"), (250, "1.0"), (300, "%"))
            .Row(114, (50, "Resistance"), (150, "-"), (200, "22"), (250, "-"), (300, "kΩ"))
            .Row(128, (50, "Load"), (150, "10"), (200, "20"), (250, "30"), (300, "mA"))
            .Layout().Tables[0];

        Assert.Contains("Resistance | - | 22 | - | kΩ", Sketch.Print(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_cells_of_a_grid_of_lines()
    {
        Sketch page = new Sketch()
            .Grid([50, 150, 250, 350], [100, 120, 140])
            .Row(114, (55, "Parameter"), (155, "Value"), (255, "Unit"))
            .Row(134, (55, "Flow"), (155, "12"), (255, "l/min"));

        Assert.Equal("Parameter | Value | Unit\nFlow | 12 | l/min", Print(page));
    }

    [Fact]
    public void Merges_cells_that_no_line_divides()
    {
        Sketch page = new Sketch()
            .Grid([50, 150], [100, 120, 140, 160]).Across(100, 150, 350).Across(120, 150, 350).Across(140, 150, 350).Across(160, 150, 350)
            .Down(350, 100, 160).Down(250, 100, 120).Down(250, 140, 160)
            .Row(114, (55, "Model"), (155, "KX-200"), (255, "KX-250"))
            .Row(134, (55, "Seal"), (180, "EPDM for both"))
            .Row(154, (55, "Weight"), (155, "31 kg"), (255, "38 kg"));

        Assert.Equal("Model | KX-200 | KX-250\nSeal | EPDM for both | <\nWeight | 31 kg | 38 kg", Print(page));
    }

    [Fact]
    public void Splits_a_ruled_row_that_holds_several_rows_of_values()
    {
        Sketch page = new Sketch()
            .Grid([50, 150, 250, 350], [100, 120, 180])
            .Row(114, (55, "Order code"), (155, "Input"), (255, "Current"))
            .Row(132, (55, "TX-0510"), (255, "500 mA"))
            .Row(152, (55, "TX-0511"), (155, "4.5 to 9 V"), (255, "400 mA"))
            .Row(172, (55, "TX-0512"), (255, "165 mA"));

        Assert.Equal("Order code | Input | Current\nTX-0510 | 4.5 to 9 V | 500 mA\nTX-0511 | ^ | 400 mA\nTX-0512 | ^ | 165 mA", Print(page));
    }

    [Fact]
    public void Keeps_a_label_of_two_lines_in_one_row()
    {
        Sketch page = new Sketch()
            .Grid([50, 150, 250], [100, 130, 150])
            .Row(112, (55, "Receiver sensitivity")).Row(124, (55, "at full load"), (155, "-15 dBm"))
            .Row(144, (55, "Reach"), (155, "40 km"));

        Assert.Equal("Receiver sensitivity / at full load | -15 dBm\nReach | 40 km", Print(page));
    }

    [Fact]
    public void Finds_columns_by_alignment_between_lines_across()
    {
        Sketch page = new Sketch()
            .Across(100, 50, 350).Across(120, 50, 350).Across(140, 50, 350).Across(160, 50, 350)
            .Row(114, (55, "Model"), (200, "DN"), (300, "Weight"))
            .Row(134, (55, "PX-3"), (200, "32"), (300, "24 kg"))
            .Row(154, (55, "PX-6"), (200, "50"), (300, "118 kg"));

        Assert.Equal("Model | DN | Weight\nPX-3 | 32 | 24 kg\nPX-6 | 50 | 118 kg", Print(page));
    }

    [Fact]
    public void Finds_a_list_of_labels_and_values_without_any_line()
    {
        Sketch page = new Sketch()
            .Row(100, (50, "Nominal voltage:"), (200, "1.5 V"))
            .Row(114, (50, "Chemical system:"), (200, "Alkaline"))
            .Row(126, (200, "No added mercury"))
            .Row(140, (50, "Shelf life:"), (200, "10 years"));

        Assert.Equal("Nominal voltage: | 1.5 V\nChemical system: | Alkaline / No added mercury\nShelf life: | 10 years", Print(page));
    }

    [Fact]
    public void Takes_tables_apart_that_run_side_by_side()
    {
        Sketch page = new Sketch()
            .Grid([50, 150, 250, 350, 450], [100, 120, 140])
            .Shade(50, 100, 150, 140).Shade(250, 100, 350, 140)
            .Row(114, (55, "Rated voltage"), (155, "24 V DC"), (255, "Protection"), (355, "IP20"))
            .Row(134, (55, "Current"), (155, "0.7 A"), (255, "Storage"), (355, "-40 to +85 °C"));

        Assert.Equal(
            ["Rated voltage | 24 V DC\nCurrent | 0.7 A", "Protection | IP20\nStorage | -40 to +85 °C"],
            page.Layout().Tables.Select(Sketch.Print));
    }

    [Fact]
    public void Takes_labels_and_values_apart_that_nothing_marks()
    {
        Sketch page = new Sketch()
            .Row(114, (55, "Supply voltage"), (155, "24 V DC"), (255, "Load current"), (355, "200 mA"))
            .Row(128, (55, "Hysteresis"), (155, "3 to 15 %"), (255, "Repeatability"), (355, "5 %"))
            .Row(142, (55, "Voltage drop"), (155, "2 V"), (255, "Housing"), (355, "brass"));

        Assert.Equal(
            ["Supply voltage | 24 V DC\nHysteresis | 3 to 15 %\nVoltage drop | 2 V", "Load current | 200 mA\nRepeatability | 5 %\nHousing | brass"],
            page.Layout().Tables.Select(Sketch.Print));
    }

    [Fact]
    public void Joins_painted_headings_to_the_ruled_row_below_them()
    {
        Sketch page = new Sketch()
            .Shade(50, 80, 150, 100, 0x0B4F6C).Shade(150, 80, 250, 100, 0x0B4F6C)
            .Grid([50, 150, 250], [100, 120])
            .Row(94, (55, "FAD, m³/min"), (155, "Sound, dB(A)"))
            .Row(114, (55, "0.86"), (155, "60"));

        Assert.Equal("FAD, m³/min | Sound, dB(A)\n0.86 | 60", Print(page));
    }

    [Fact]
    public void Reads_two_columns_of_text_one_after_the_other()
    {
        Sketch page = new Sketch();
        for (int i = 0; i < 6; i++)
        {
            page.Text(50, 100 + (12 * i), $"left column line number {i} of running text");
            page.Text(330, 105 + (13 * i), $"right column line number {i} of running text");
        }

        PageLayout layout = page.Layout();

        Assert.Empty(layout.Tables);
        Assert.Equal(2, layout.TextColumns.Count);
        Assert.All(layout.TextColumns[0], line => Assert.StartsWith("left", LineText.Of(line), StringComparison.Ordinal));
    }

    [Fact]
    public void Takes_a_chart_for_no_table()
    {
        Sketch page = new Sketch().Grid([100, 120, 140, 160, 180, 200], [100, 120, 140, 160, 180, 200]).Text(125, 195, "Toy", 6);

        Assert.Empty(page.Layout().Tables);
    }

    private static string Print(Sketch page) => Sketch.Print(Assert.Single(page.Layout().Tables));
}
