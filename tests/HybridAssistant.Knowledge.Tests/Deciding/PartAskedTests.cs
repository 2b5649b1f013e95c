using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Tests.Selection;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class PartAskedTests
{
    private readonly FactBuilder _facts = new("kx.pdf", "KX centrifugal pumps");

    [Theory]
    [InlineData("Order number of the protection relay for the KX-200, please", AnswerStatus.NotFound)]
    [InlineData("Part number of a wall bracket for KX-200", AnswerStatus.NotFound)]
    [InlineData("Which order number do I need for the KX-200?", AnswerStatus.Answered)]
    [InlineData("Order number for the KX-200?", AnswerStatus.Answered)]
    public void The_number_of_a_product_is_not_that_of_a_part_for_it(string message, AnswerStatus status)
    {
        Assert.Equal(status, Decide(message, _facts.Fact("KX-200", "Order number", "", "840-3001", "")).Status);
    }

    [Theory]
    [InlineData("Order number of the 48 V version of the KX-200?", AnswerStatus.NotFound)]
    [InlineData("Order number of the 24 V version of the KX-200?", AnswerStatus.Answered)]
    public void A_version_that_the_sheet_does_not_list_is_not_answered_for(string message, AnswerStatus status)
    {
        FactCandidate[] lines = [_facts.Fact("KX-200", "Order number", "", "840-3001", ""), _facts.Fact("KX-200", "Supply voltage", "", "24", "V")];

        Assert.Equal(status, Decide(message, lines).Status);
    }

    private static Decision Decide(string message, params FactCandidate[] candidates)
    {
        var catalog = new ProductCatalog([new CatalogSheet("kx.pdf", "KX centrifugal pumps",
            [.. candidates.Select(c => c.Entry.Fact!.Product).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).Select(p => new ProductName(p, [], false))])]);
        QuestionAnalysis question = new QuestionAnalyzer().Analyze(new Question { Message = message }, catalog);
        FactSelection selection = new FeatureFactSelector().Select(question, catalog, candidates);
        return new AnswerDecider(new DecidingOptions()).Decide(question, catalog, RetrievalResult.None(question), selection);
    }
}
