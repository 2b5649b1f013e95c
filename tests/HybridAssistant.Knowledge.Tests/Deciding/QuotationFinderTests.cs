using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class QuotationFinderTests
{
    private const string Document = "kx.pdf";

    [Fact]
    public void Quotes_the_sentence_that_states_the_quantity_asked_for() =>
        Assert.Equal(
            "The weight of the pump starts from 14 kg with a plastic body.",
            Find("From what weight does the pump start?", "The weight of the pump starts from 14 kg with a plastic body."));

    [Fact]
    public void Does_not_quote_a_sentence_without_the_kind_of_quantity_asked_for() =>
        Assert.Null(Find("From what weight does the pump start?", "The weight of the pump starts a new class of its own."));

    [Fact]
    public void Does_not_quote_a_heading() =>
        Assert.Null(Find("From what weight does the pump start?", "Weight: 14 kg"));

    [Fact]
    public void Does_not_quote_a_footnote_by_its_mark() =>
        Assert.Null(Find("From what weight does the pump start?", "2) The weight of the pump starts from 14 kg."));

    private static string? Find(string question, string text)
    {
        QuestionAnalysis analysis = new QuestionAnalyzer().Analyze(new Question { Message = question }, new ProductCatalog([]));
        var passage = new Passage
        {
            Id = "p",
            Document = Document,
            Page = 1,
            Text = text,
            Box = new BoundingBox(0, 0, 100, 20),
        };
        var candidate = new PassageCandidate(new IndexEntry(null, passage, "KX series", null), 0.9, 1);
        return new QuotationFinder(new DecidingOptions())
            .Find(analysis, RetrievalResult.None(analysis) with { Passages = [candidate], Documents = [Document] })?.Evidence.Quote;
    }
}
