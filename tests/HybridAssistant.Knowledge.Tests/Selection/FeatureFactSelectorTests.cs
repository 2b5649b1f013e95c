using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Tests.Selection;

public sealed class FeatureFactSelectorTests
{
    private static readonly ProductCatalog Catalog = new(
    [
        new CatalogSheet("kx.pdf", "KX centrifugal pumps", [new ProductName("KX-200", [], false), new ProductName("KX-250", [], false)]),
        new CatalogSheet("gm.pdf", "GM gear motors", [new ProductName("GM-12", [], false), new ProductName("GM-24", [], false)]),
    ]);

    private readonly FeatureFactSelector _selector = new();
    private readonly FactCandidate[] _candidates;

    public FeatureFactSelectorTests()
    {
        var kx = new FactBuilder("kx.pdf", "KX centrifugal pumps");
        var gm = new FactBuilder("gm.pdf", "GM gear motors");
        _candidates =
        [
            kx.Fact("KX-200", "Max. flow", "", "12", "m³/h"),
            kx.Fact("KX-250", "Max. flow", "", "18", "m³/h"),
            kx.Fact("KX-200", "Weight", "", "14.5", "kg"),
            kx.Fact("KX-250", "Weight", "", "19", "kg"),
            kx.Fact("KX-200", "Max. working pressure", "", "16", "bar"),
            kx.Fact("", "Media temperature", "", "-10 to +110", "°C"),
            kx.Fact("", "Ambient temperature", "", "-20 to +40", "°C"),
            kx.Fact("", "Sound pressure level", "at 2900 rpm", "68", "dB(A)"),
            gm.Fact("GM-12", "Rated voltage", "", "12", "V"),
            gm.Fact("GM-24", "Rated voltage", "", "24", "V"),
            gm.Fact("GM-12", "No-load speed", "", "200", "rpm"),
            gm.Fact("GM-24", "No-load speed", "", "210", "rpm"),
            gm.Fact("GM-24", "Stall current", "at 24 V", "3.0", "A"),
            gm.Fact("GM-24", "Stall current", "at 12 V", "1.6", "A"),
        ];
    }

    [Theory]
    [InlineData("How heavy is the KX-250?", "19")]
    [InlineData("max flow of the kx200", "12")]
    [InlineData("How loud are the KX pumps?", "68")]
    [InlineData("Can I pump hot water with the KX-200, how hot?", "-10 to +110")]
    [InlineData("How many bar can the KX-200 take?", "16")]
    [InlineData("No-load speed of the 24 V gear motor?", "210")]
    [InlineData("Stall current of the GM-24 when it runs at 12 V?", "1.6")]
    public void The_line_that_states_it_comes_first(string question, string value)
    {
        FactSelection selection = Select(question);

        Assert.Equal(value, selection.Facts[0].Entry.Fact!.Value);
    }

    [Theory]
    [InlineData("What does the KX-200 cost?")]
    [InlineData("Which grease is in the bearings of the KX-200?")]
    [InlineData("Max. flow of the KX-300?")]
    [InlineData("What is the MTBF of the GM-24?")]
    public void What_no_line_states_scores_below_what_one_does(string unanswerable)
    {
        double answerable = Select("How heavy is the KX-250?").Confidence;

        Assert.True(Select(unanswerable).Confidence < answerable);
        Assert.True(Select(unanswerable).Confidence < 0.5);
    }

    [Fact]
    public void Without_candidates_nothing_is_stated()
    {
        FactSelection selection = _selector.Select(Analyze("How heavy is the KX-250?"), Catalog, []);

        Assert.Empty(selection.Facts);
        Assert.Equal(0, selection.Confidence);
    }

    private FactSelection Select(string question) => _selector.Select(Analyze(question), Catalog, _candidates);

    private static QuestionAnalysis Analyze(string question) => new QuestionAnalyzer().Analyze(new Question { Message = question }, Catalog);
}
