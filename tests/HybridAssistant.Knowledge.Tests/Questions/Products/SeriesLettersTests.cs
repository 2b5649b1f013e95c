using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Tests.Questions.Products;

public sealed class SeriesLettersTests
{
    [Fact]
    public void Letters_name_the_models_that_they_begin_though_the_sheet_lists_more_spare_parts()
    {
        CatalogSheet sheet = new("kx.pdf", "KX pumps", [.. Models("KX-200", "KX-250", "SK-1", "SK-2", "SK-3", "BG-1", "BG-2")]);

        Assert.Equal(["KX-200", "KX-250"], SeriesLetters.Of([sheet])["KX"].Select(p => p.Name));
    }

    [Fact]
    public void They_name_the_sheet_of_options_for_these_models_as_well()
    {
        CatalogSheet drives = new("drives.pdf", "Drives", [.. Models("QX-1", "QX-2")]);
        CatalogSheet options = new("options.pdf", "Options for QX drives", [.. Models("LC-10", "BR-20")]);

        Assert.Equal(
            [new CatalogProduct("drives.pdf", "QX-1", false), new CatalogProduct("drives.pdf", "QX-2", false), new CatalogProduct("options.pdf", options.Title, true)],
            SeriesLetters.Of([drives, options])["QX"]);
    }

    private static IEnumerable<ProductName> Models(params string[] names) => names.Select(n => new ProductName(n, [], false));
}
