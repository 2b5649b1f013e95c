using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;

namespace HybridAssistant.Knowledge.Tests.Retrieval;

public sealed class LabelSimilarityTests
{
    [Theory]
    [InlineData("How loud is the KX-20?", "How loud is the ?")]
    [InlineData("TES 2N-2425 weight", " weight")]
    [InlineData("How loud is it?", "How loud is it?")]
    public void What_is_asked_has_no_product_in_it(string question, string asked)
    {
        var catalog = new ProductCatalog(
        [
            new CatalogSheet("kx.pdf", "KX series", [new ProductName("KX-20", [], false)]),
            new CatalogSheet("tes.pdf", "TES 2N", [new ProductName("TES 2N-2422", [], false), new ProductName("TES 2N-2423", [], false)]),
        ]);

        Assert.Equal(asked, LabelSimilarity.AskedOf(new QuestionAnalyzer().Analyze(new Question { Message = question }, catalog)));
    }
}
