using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Tests.Questions.Products;

public sealed class MentionFinderTests
{
    private readonly MentionFinder _finder = new(UnitLexicon.Default);

    [Theory]
    [InlineData("weight of the KX-200?", MentionFit.Exact)]
    [InlineData("weight of the kx200?", MentionFit.Exact)]
    [InlineData("weight of our KX-200s?", MentionFit.Exact)]
    [InlineData("weight of the kx 200?", MentionFit.Exact)]
    [InlineData("weight of the KX-200-A?", MentionFit.Variant)]
    [InlineData("output of the PS-120?", MentionFit.Series)]
    [InlineData("weight of the KY-200?", MentionFit.NearMiss)]
    [InlineData("weight of the KX-2000?", MentionFit.Unknown)]
    [InlineData("weight of the KX-300?", MentionFit.Unknown)]
    [InlineData("output of the PS-480-24?", MentionFit.Unknown)]
    [InlineData("weight of the KX pumps?", MentionFit.Series)]
    [InlineData("output of the PS supplies?", MentionFit.Series)]
    [InlineData("does it meet EN61000?", MentionFit.Other)]
    [InlineData("lock nut for a 22212-K", MentionFit.Other)]
    public void A_code_meets_the_catalogue_however_it_is_typed(string question, MentionFit fit)
    {
        ProductMention mention = Assert.Single(_finder.Find(question, Catalogs.Small));

        Assert.Equal(fit, mention.Fit);
    }

    [Theory]
    [InlineData("can it run on 24V?")]
    [InlineData("a bus of 36-75V")]
    [InlineData("the 1/2\" pump")]
    public void Quantities_are_no_codes(string question)
    {
        Assert.Empty(_finder.Find(question, Catalogs.Small));
    }

    [Theory]
    [InlineData("weight of the TT-40?")]
    [InlineData("weight of the TT-8?")]
    [InlineData("dynamic load rating 6016?")]
    public void What_is_built_like_the_models_of_a_series_is_none_of_another(string question)
    {
        var catalog = new ProductCatalog([new CatalogSheet("all.pdf", "All sheets",
            [.. new[] { "PT-40", "TT-50", "TT-12", "6010", "6012", "6014" }.Select(n => new ProductName(n, [], false))])]);

        Assert.Equal(MentionFit.Unknown, Assert.Single(_finder.Find(question, catalog)).Fit);
        Assert.Empty(_finder.Find("a speed of 6016 rpm", catalog));
    }
}
