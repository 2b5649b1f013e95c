using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Tables;

public sealed class ShapeFinderTests
{
    [Theory]
    [InlineData("Ambient temperature", "-25 to +70 °C")]
    [InlineData("Part number:", "FX-100-A")]
    public void Takes_a_label_with_its_value_for_no_heading(string label, string value)
    {
        Table table = new Sketch()
            .Row(100, (50, label), (200, value))
            .Row(114, (50, "Width:"), (200, "12.5 mm"))
            .Row(128, (50, "Weight:"), (200, "105 g"))
            .Layout().Tables[0];

        Assert.Equal(TableLayout.KeyValue, ShapeFinder.Find(table).Layout);
    }

    [Fact]
    public void Knows_a_table_of_bounds_by_its_headings()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 200, 250, 300, 350], [100, 120, 140, 160])
            .BoldRow(114, (55, "Parameter"), (155, "Min."), (205, "Typ"), (255, "Max"), (305, "Unit"))
            .Row(134, (55, "Supply"), (155, "3.1"), (205, "3.3"), (255, "3.5"), (305, "V"))
            .Row(154, (55, "Reach"), (255, "40"), (305, "km")));

        Assert.Equal(TableLayout.Properties, shape.Layout);
        Assert.Equal([ColumnRole.Label, ColumnRole.Min, ColumnRole.Typ, ColumnRole.Max, ColumnRole.Unit], shape.Roles);
        Assert.Equal(1, shape.FirstBodyRow);
    }

    [Fact]
    public void Knows_products_in_the_headings()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 250, 350], [100, 120, 140, 160])
            .BoldRow(114, (55, "Model"), (155, "KX-200"), (255, "KX-250"))
            .Row(134, (55, "Flow"), (155, "12 l/min"), (255, "18 l/min"))
            .Row(154, (55, "Weight"), (155, "31 kg"), (255, "38 kg")));

        Assert.Equal(TableLayout.ProductColumns, shape.Layout);
    }

    [Fact]
    public void Knows_products_in_the_first_column_and_units_in_the_headings()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 250, 350], [100, 130, 150, 170])
            .BoldRow(112, (55, "Order no."), (155, "Bore"), (255, "Torque")).BoldRow(124, (155, "mm"), (255, "Nm"))
            .Row(144, (55, "BV-22-008"), (155, "11.6"), (255, "4"))
            .Row(164, (55, "BV-22-010"), (155, "12.5"), (255, "4")));

        Assert.Equal(TableLayout.Records, shape.Layout);
        Assert.Equal(0, shape.KeyColumn);
        Assert.Equal([new Heading("Bore", "mm"), new Heading("Torque", "Nm")], shape.Headings[1..]);
    }

    [Fact]
    public void Joins_a_common_heading_with_those_below_it()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150], [100, 140, 160]).Across(100, 150, 350).Across(120, 150, 350).Across(140, 150, 350).Across(160, 150, 350)
            .Down(250, 120, 160).Down(350, 100, 160)
            .BoldRow(124, (55, "Product code")).BoldRow(114, (180, "Interrupting rating (A)")).BoldRow(134, (155, "at 250 V"), (255, "at 125 V"))
            .Row(154, (55, "GMA-63-R"), (155, "35"), (255, "10,000")));

        Assert.Equal(2, shape.FirstBodyRow);
        Assert.Equal(["Product code", "Interrupting rating at 250 V", "Interrupting rating at 125 V"], shape.Headings.Select(h => h.Name));
        Assert.Equal("A", shape.Headings[1].Unit);
    }

    [Fact]
    public void Takes_a_list_of_labels_for_one_without_headings()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 250], [100, 120, 140])
            .Row(114, (55, "Mass:"), (155, "1380 g"))
            .Row(134, (55, "Supply:"), (155, "24 V")));

        Assert.Equal(TableLayout.KeyValue, shape.Layout);
        Assert.Equal(0, shape.FirstBodyRow);
    }

    [Fact]
    public void Takes_numbers_under_a_designation_for_products()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 250, 350], [100, 120, 140, 160, 180])
            .BoldRow(114, (55, "Designation"), (155, "Bore, mm"), (255, "Mass, kg"))
            .Row(134, (55, "6004"), (155, "20"), (255, "0.069"))
            .Row(154, (55, "6005"), (155, "25"), (255, "0.080"))
            .Row(174, (55, "6006"), (155, "30"), (255, "0.116")));

        Assert.Equal(TableLayout.Records, shape.Layout);
        Assert.Equal(0, shape.KeyColumn);
    }

    [Fact]
    public void Takes_ratings_for_no_products()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 250, 350], [100, 120, 140, 160])
            .BoldRow(114, (55, "Type"), (155, "Cable"), (255, "Protection"))
            .Row(134, (55, "FU-T-S"), (155, "4 m"), (255, "IP67"))
            .Row(154, (55, "FU-T-M"), (155, "6 m"), (255, "IP68")));

        Assert.Equal(0, shape.KeyColumn);
    }

    [Fact]
    public void Keeps_the_name_of_the_first_group_out_of_the_headings()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 350], [120, 140]).Grid([50, 150, 250, 350], [100, 120]).Grid([50, 150, 250, 350], [140, 160, 180])
            .BoldRow(114, (55, "Model"), (155, "SC-18"), (255, "SC-22")).BoldRow(134, (55, "Free air delivery, m³/min"))
            .Row(154, (55, "at 7.5 bar"), (155, "3.15"), (255, "3.80"))
            .Row(174, (55, "at 10 bar"), (155, "2.65"), (255, "3.25")));

        Assert.Equal(1, shape.FirstBodyRow);
        Assert.Equal(["Model", "SC-18", "SC-22"], shape.Headings.Select(h => h.Name));
    }

    [Fact]
    public void Knows_a_column_of_units_without_a_heading()
    {
        TableShape shape = Find(new Sketch()
            .Grid([50, 150, 200, 300, 400], [100, 120, 140, 160, 180])
            .BoldRow(114, (55, "Drive"), (205, "FD-207"), (305, "FD-215"))
            .Row(134, (55, "Motor power"), (155, "kW"), (205, "0.75"), (305, "1.5"))
            .Row(154, (55, "Input current"), (155, "A"), (205, "9.2"), (305, "16.5"))
            .Row(174, (55, "Weight"), (155, "kg"), (205, "0.95"), (305, "1.0")));

        Assert.Equal(ColumnRole.Unit, shape.Roles[1]);
    }

    private static TableShape Find(Sketch page) => ShapeFinder.Find(Assert.Single(page.Layout().Tables));
}
