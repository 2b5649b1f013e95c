using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Facts;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class ProductsOfLabelsTests
{
    [Fact]
    public void Gives_a_fact_to_each_product_behind_its_label() => Assert.Equal(
        ["TT-30-P: Supply voltage", "TT-30-U: Supply voltage"],
        Assign([], Fact("Supply voltage, TT-30-P and TT-30-U")));

    [Fact]
    public void Takes_a_model_of_the_title_from_both_ends_of_a_label()
    {
        Assert.Equal(["HIO-DI8: weight"], Assign(["HIO-DI8", "HIO-DI16"], Fact("HIO-DI8, weight")));
        Assert.Equal(["FM-310: Supply"], Assign(["FM-310", "FM-320"], Fact("Supply FM-310")));
    }

    [Fact]
    public void Gives_a_list_the_product_that_heads_it() => Assert.Equal(
        ["LF-1: Cable", "LF-2: Cable"],
        Assign([], Fact("Cable", "LF-1 (clean water)"), Fact("Cable", "LF-2 (waste water)")));

    [Fact]
    public void Leaves_standards_and_single_headings_alone() => Assert.Equal(
        [": Emission, EN-55032", ": Cable"],
        Assign([], Fact("Emission, EN-55032"), Fact("Cable", "LF-12")));

    [Fact]
    public void Gives_a_record_of_two_models_to_each() => Assert.Equal(
        ["BX-26: Height", "BX-26N: Height"],
        Assign([], Fact("Height") with { Product = "BX-26 / BX-26N" }));

    private static IEnumerable<string> Assign(string[] models, params FactDraft[] facts)
    {
        var products = new ProductsOfLabels(facts, models);
        return facts.SelectMany(products.Assign).Select(static fact => $"{fact.Product}: {fact.Attribute}");
    }

    private static FactDraft Fact(string attribute, string section = "") => new()
    {
        Page = 1,
        Section = section,
        Attribute = attribute,
        Value = "1",
        Box = new BoundingBox(0, 0, 1, 1),
        Confidence = 1,
    };
}
