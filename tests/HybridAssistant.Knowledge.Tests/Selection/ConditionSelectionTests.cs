using System.Collections.Immutable;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Tests.Selection;

public sealed class ConditionSelectionTests
{
    private static readonly ProductCatalog Catalog = new(
    [
        new CatalogSheet("bx.pdf", "BX ball bearings", [new ProductName("BX-7209", [], false), new ProductName("BX-7212", [], false)]),
        new CatalogSheet("cm.pdf", "CM compressors", [new ProductName("CM-15", [], false)]),
    ]);

    private readonly FactCandidate[] _candidates;

    public ConditionSelectionTests()
    {
        var bearings = new FactBuilder("bx.pdf", "BX ball bearings");
        var compressors = new FactBuilder("cm.pdf", "CM compressors");
        _candidates =
        [
            bearings.Fact("BX-7209", "Dimensions d", "", "45", "mm"),
            bearings.Fact("BX-7209", "Dimensions D", "", "85", "mm"),
            bearings.Fact("BX-7209", "Frame size", "", "S1", ""),
            bearings.Fact("BX-7212", "Dimensions d", "", "60", "mm"),
            bearings.Fact("BX-7212", "Dimensions D", "", "110", "mm"),
            bearings.Fact("BX-7212", "Frame size", "", "S2", ""),
            bearings.Fact("", "Radial clearance", "Bore d over 30 to 40 mm", "33", "µm"),
            bearings.Fact("", "Radial clearance", "Bore d over 40 to 50 mm", "36", "µm"),
            bearings.Fact("", "Radial clearance", "Bore d over 50 to 65 mm", "43", "µm"),
            bearings.Fact("", "Housing height", "Frame S1", "165", "mm"),
            bearings.Fact("", "Housing height", "Frame S2", "190", "mm"),
            compressors.Fact("CM-15", "Weight", "on receiver", "410", "kg"),
            compressors.Fact("CM-15", "Weight", "on receiver, with dryer", "459", "kg"),
            compressors.Fact("CM-15", "Fluid temperature", "", "-20 to +80", "°C"),
            compressors.Fact("CM-15", "Fluid temperature", "FKM seals", "-10 to +120", "°C"),
        ];
    }

    [Theory]
    [InlineData("Radial clearance of the BX-7209?", "36")]
    [InlineData("Radial clearance of the BX-7212?", "43")]
    [InlineData("Radial clearance of a BX bearing of 35 mm bore?", "33")]
    [InlineData("Housing height of the BX-7212?", "190")]
    public void A_row_for_a_range_or_a_size_holds_for_the_model_that_has_it(string question, string value) =>
        Assert.Equal(value, Best(question).Entry.Fact!.Value);

    [Fact]
    public void What_the_question_says_the_product_is_without_speaks_against_a_line()
    {
        ImmutableArray<ScoredFact> facts = Select("Weight of the CM-15 on the receiver but without dryer?");

        Assert.Equal("410", facts[0].Entry.Fact!.Value);
        Assert.Equal(1, facts.Single(f => f.Entry.Fact!.Value == "459").Features.Conflict);
    }

    [Theory]
    [InlineData("Fluid temperature of the CM-15?", "-20 to +80")]
    [InlineData("Fluid temperature of the CM-15 with FKM seals?", "-10 to +120")]
    public void A_special_version_is_stated_where_it_is_asked_for(string question, string value) =>
        Assert.Equal(value, Best(question).Entry.Fact!.Value);

    private ScoredFact Best(string question) => Select(question)[0];

    private ImmutableArray<ScoredFact> Select(string question) =>
        new FeatureFactSelector().Select(new QuestionAnalyzer().Analyze(new Question { Message = question }, Catalog), Catalog, _candidates).Facts;
}
