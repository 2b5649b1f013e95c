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

public sealed class WrongSubjectTests
{
    private readonly FactBuilder _facts = new("kx.pdf", "KX centrifugal pumps");

    [Fact]
    public void A_model_is_no_answer_about_itself()
    {
        Assert.Equal(AnswerStatus.NotFound, Decide("What type of plating do the contacts of the KX-200 have?", _facts.Fact("KX-200", "Type", "", "KX-200", "")).Status);
    }

    [Fact]
    public void A_text_is_no_amount()
    {
        Assert.Equal(AnswerStatus.NotFound, Decide("How long does the contact of the KX-200 live?", _facts.Fact("KX-200", "Contact", "", "reed, reversible", "")).Status);
        Assert.Equal(AnswerStatus.NotFound, Decide("How many mm long is the body of the KX-200?", _facts.Fact("KX-200", "Body", "", "Stainless steel 1.4404", "")).Status);
        Assert.Equal(AnswerStatus.NotFound, Decide("How many mm is the port of the KX-200?", _facts.Fact("KX-200", "Port", "", "G ¼", "")).Status);
    }

    [Fact]
    public void The_height_is_no_width()
    {
        FactCandidate height = _facts.Fact("KX-200", "Height", "", "1120", "mm");

        Assert.Equal(AnswerStatus.NotFound, Decide("How wide and how deep is the KX-200 in mm?", height).Status);
        Assert.Equal(AnswerStatus.Answered, Decide("How high is the KX-200 in mm?", height).Status);
    }

    [Fact]
    public void What_is_said_of_one_material_is_not_said_of_another()
    {
        FactCandidate[] factors =
        [
            _facts.Fact("", "Correction factor", "Copper", "0.30", ""),
            _facts.Fact("", "Correction factor", "Brass", "0.45", ""),
        ];

        Assert.Equal(AnswerStatus.NotFound, Decide("Correction factor of the KX pumps for titanium?", factors).Status);
        Assert.Equal(["0.45"], Decide("Correction factor of the KX pumps for brass?", factors).Evidence.Select(e => e.Fact!.Value));
    }

    [Fact]
    public void A_sibling_that_the_name_goes_on_from_does_not_answer_for_the_model()
    {
        FactCandidate[] lines =
        [
            _facts.Fact("KX-200", "Flow", "", "12", "m³/h"),
            _facts.Fact("KX-200-B", "Flow", "", "9", "m³/h"),
            _facts.Fact("KX-200", "Weight", "", "14", "kg"),
        ];

        Assert.Equal(AnswerStatus.NotFound, Decide("Weight of the KX-200-B?", lines).Status);
    }

    [Fact]
    public void A_code_that_runs_over_two_cells_is_not_printed()
    {
        Decision decision = Decide("Weight of the KX-40?", _facts.Fact("KX-4", "Order weight", "", "14", "kg"), _facts.Fact("KX-16", "Order weight", "", "19", "kg"));

        Assert.Equal(NoAnswerReason.UnknownProduct, decision.Reason);
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
