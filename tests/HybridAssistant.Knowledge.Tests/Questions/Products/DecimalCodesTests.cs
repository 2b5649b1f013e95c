using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Tests.Questions.Products;

public sealed class DecimalCodesTests
{
    private static readonly ProductCatalog Catalog = new(
        [new CatalogSheet("fuses.pdf", "GF fuses", [.. new[] { "GF-1.5-R", "GF-15-R", "GF-2.5-R" }.Select(n => new ProductName(n, [], false))])]);

    [Theory]
    [InlineData("current of the GF-15-R?", "GF-15-R")]
    [InlineData("current of the gf-1.5-r?", "GF-1.5-R")]
    [InlineData("current of the GF-1,5-R?", "GF-1.5-R")]
    [InlineData("current of the GF-25-R?", "GF-2.5-R")]
    public void A_decimal_point_tells_codes_apart_where_both_are_there(string question, string product)
    {
        ProductMention mention = Assert.Single(new MentionFinder(UnitLexicon.Default).Find(question, Catalog));

        Assert.Equal([product], mention.Products.Select(p => p.Name));
    }
}
