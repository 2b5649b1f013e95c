using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.FrontMatter;

namespace HybridAssistant.Documents.Tests.FrontMatter;

public sealed class FrontMatterReaderTests
{
    private const string Full = """
        title: KX Series
        revision: B
        date: 2024-06-01
        products:
          - KX-200
          - name: KX-250
            aliases: [KX250, Big KX]
          - name: KX Series
            series: true
        """;

    [Fact]
    public void Reads_title_revision_date_and_products()
    {
        SheetFrontMatter matter = FrontMatterReader.Parse("kx.yaml", Full);

        Assert.Equal(("KX Series", "B", new DateOnly(2024, 6, 1)), (matter.Title, matter.Revision, matter.Date));
        Assert.Equal(["KX-200 False ", "KX-250 False KX250,Big KX", "KX Series True "], matter.Products.Select(p => $"{p.Name} {p.IsSeries} {string.Join(',', p.Aliases)}"));
    }

    [Theory]
    [InlineData("titel: KX", "line 1: unknown key 'titel'; allowed are title, revision, date, products.")]
    [InlineData("date: June", "line 1: 'date' is 'June'; write it as 2024-06-30.")]
    [InlineData("title: KX\nproducts: KX-200", "line 2: 'products' must be a list with at least one product ('- KX-200').")]
    [InlineData("products:\n  - aliases: [a]", "line 2: a product needs a 'name'.")]
    [InlineData("products:\n  - A\n  - a", "line 2: product 'A' is listed twice.")]
    [InlineData("- KX", "line 1: must be a list of 'key: value' lines with the keys title, revision, date, products.")]
    [InlineData("title: [", "line 2: not YAML:")]
    public void Says_what_is_wrong_and_where(string yaml, string expected)
    {
        FrontMatterException error = Assert.Throws<FrontMatterException>(() => FrontMatterReader.Parse("kx.yaml", yaml));

        Assert.StartsWith("Front matter 'kx.yaml', ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_what_was_found_and_renames_the_facts_products()
    {
        var sheet = new SpecSheet
        {
            Document = "kx.pdf",
            ContentHash = "00",
            Title = "found",
            Revision = "A",
            PageCount = 1,
            Facts = [new Fact { Id = "1", Document = "kx.pdf", Page = 1, Product = "KX250", Attribute = "Weight", Value = "4", Box = default, Confidence = 1 }],
        };

        SpecSheet overridden = FrontMatterOverride.Apply(sheet, FrontMatterReader.Parse("kx.yaml", Full));

        Assert.Equal(("KX Series", "B", "KX-250"), (overridden.Title, overridden.Revision, overridden.Facts[0].Product));
    }
}
