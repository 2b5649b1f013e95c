using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Tests.Selection;

public sealed class PartSelectionTests
{
    private static readonly ProductCatalog Catalog = new(
    [
        new CatalogSheet("kx.pdf", "KX centrifugal pumps",
            [.. new[] { "KX-200", "KX-250", "KX-310", "KX-400" }.Select(n => new ProductName(n, [], false))]),
    ]);

    [Theory]
    [InlineData("Part number of the FKM seal kit for the KX-310?", "SK-316-V")]
    [InlineData("Part number of the EPDM seal kit for the KX-310?", "SK-316-E")]
    [InlineData("Which part number has the FKM seal kit of the KX-250?", "SK-208-V")]
    [InlineData("Order number of the KX-310?", "100-0310")]
    [InlineData("Which order number has the KX-310 for 60 Hz?", "100-0316")]
    public void The_row_that_is_for_the_named_model_comes_first(string question, string number)
    {
        FactSelection selection = Select(question,
            ("KX-310", "Order number", "", "100-0310"),
            ("KX-310-60", "Order number", "", "100-0316"),
            ("KX-310-60", "Mains", "", "60 Hz"),
            ("SK-208-V", "Seal kit", "", "SK-208-V"),
            ("SK-208-V", "Elastomer", "", "FKM"),
            ("SK-208-V", "For pump", "", "KX-200 to KX-250"),
            ("SK-316-E", "Seal kit", "", "SK-316-E"),
            ("SK-316-E", "Elastomer", "", "EPDM"),
            ("SK-316-E", "For pump", "", "KX-310 and KX-400"),
            ("SK-316-V", "Seal kit", "", "SK-316-V"),
            ("SK-316-V", "Elastomer", "", "FKM"),
            ("SK-316-V", "For pump", "", "KX-310 and KX-400"));

        Assert.Equal(number, selection.Facts[0].Entry.Fact!.Value);
    }

    [Fact]
    public void A_mark_in_the_models_column_says_that_the_part_fits()
    {
        FactSelection selection = Select("Part number of the thermistor relay for the KX-200?",
            ("TR-10", "Thermistor relay, small", "Part no.", "TR-10"),
            ("KX-200", "Thermistor relay, small", "", "No"),
            ("KX-310", "Thermistor relay, small", "", "Yes"),
            ("TR-20", "Thermistor relay, large", "Part no.", "TR-20"),
            ("KX-200", "Thermistor relay, large", "", "Yes"),
            ("KX-310", "Thermistor relay, large", "", "No"));

        Assert.Equal("TR-20", selection.Facts[0].Entry.Fact!.Value);
    }

    [Fact]
    public void A_code_with_open_places_names_the_models_that_fill_them()
    {
        var catalog = new ProductCatalog([new CatalogSheet("er.pdf", "ER transceivers", [new ProductName("SO-ER-Cxx", [], true), new ProductName("SO-ER-C53", [], false), new ProductName("SO-ER-C55", [], false)])]);
        var facts = new FactBuilder("er.pdf", "ER transceivers");
        QuestionAnalysis question = new QuestionAnalyzer().Analyze(new Question { Message = "Ordering code of the 1550 nm version of the SO-ER-Cxx?" }, catalog);

        FactSelection selection = new FeatureFactSelector().Select(question, catalog,
        [
            facts.Fact("SO-ER-C53", "Ordering code", "", "SO-ER-C53", ""),
            facts.Fact("SO-ER-C53", "Wavelength", "", "1530", "nm"),
            facts.Fact("SO-ER-C55", "Ordering code", "", "SO-ER-C55", ""),
            facts.Fact("SO-ER-C55", "Wavelength", "", "1550", "nm"),
        ]);

        Assert.Equal("SO-ER-C55", selection.Facts[0].Entry.Fact!.Value);
        Assert.True(selection.Facts[0].Features.Named > 0);
    }

    [Fact]
    public void A_number_that_was_typed_asks_what_it_is_the_number_of()
    {
        FactSelection selection = Select("There is a box labelled 260-2499 in our store. What pump is inside?",
            ("KX-200", "Order number", "", "260-2499"), ("KX-250", "Order number", "", "260-2599"), ("KX-250", "Box", "", "cardboard"));

        Assert.Equal("KX-200", selection.Facts[0].Entry.Fact!.Product);
        Assert.True(selection.Confidence > new DecidingOptions().MinConfidence);
    }

    [Fact]
    public void A_code_that_ends_like_a_unit_is_a_part_number()
    {
        FactSelection selection = Select("Seats of my KX-200 are worn. Which kit do I order?",
            ("KX-200", "Order no.", "", "KX-200"),
            ("KX-200", "Seat kit", "", "RK-22-F"),
            ("KX-250", "Seat kit", "", "RK-22-A"));

        Assert.Equal("RK-22-F", selection.Facts[0].Entry.Fact!.Value);
    }

    private static FactSelection Select(string message, params (string Product, string Attribute, string Condition, string Value)[] lines)
    {
        var facts = new FactBuilder("kx.pdf", "KX centrifugal pumps");
        QuestionAnalysis question = new QuestionAnalyzer().Analyze(new Question { Message = message }, Catalog);
        return new FeatureFactSelector().Select(question, Catalog, [.. lines.Select(l => facts.Fact(l.Product, l.Attribute, l.Condition, l.Value, ""))]);
    }
}
