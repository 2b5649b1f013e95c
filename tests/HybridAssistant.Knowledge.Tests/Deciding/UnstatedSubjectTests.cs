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

public sealed class UnstatedSubjectTests
{
    private readonly FactBuilder _facts = new("kx.pdf", "KX centrifugal pumps");

    [Theory]
    [InlineData("What is the storage temperature range of the KX-200?", "Ambient temperature", "−25 to +60", "°C")]
    [InlineData("Burst pressure of the KX-200?", "Max. pressure", "16", "bar")]
    [InlineData("Stall current of the KX-200?", "Rated current", "4.6", "A")]
    [InlineData("NPSH required of the KX-200 at rated flow", "Rated flow", "12", "m³/h")]
    [InlineData("Contact resistance of the KX-200?", "Insulation resistance", "150", "MΩ")]
    public void A_relative_of_a_distinct_attribute_is_no_answer(string message, string attribute, string value, string unit)
    {
        Assert.Equal(AnswerStatus.NotFound, Decide(message, _facts.Fact("KX-200", attribute, "", value, unit)).Status);
    }

    [Theory]
    [InlineData("What is the storage temperature range of the KX-200?", "Ambient temperature, storage")]
    [InlineData("What is the storage temperature of the KX-200?", "Transport temperature")]
    public void The_distinct_attribute_answers_under_any_of_its_names(string message, string attribute)
    {
        Assert.Equal(AnswerStatus.Answered, Decide(message, _facts.Fact("KX-200", attribute, "", "−25 to +60", "°C")).Status);
    }

    [Fact]
    public void What_comes_first_is_asked_and_what_follows_may_be_said_in_passing()
    {
        FactCandidate torque = _facts.Fact("KX-200", "Operating torque", "", "124", "Nm");

        Assert.Equal(AnswerStatus.Answered, Decide("Operating torque of the KX-200 before any safety factor?", torque).Status);
    }

    [Theory]
    [InlineData("Order number of the KX-200 with NPN output?")]
    [InlineData("Which EtherCAT order number has the KX-200?")]
    public void A_name_that_the_sheet_never_prints_is_not_answered_for(string message)
    {
        Assert.Equal(AnswerStatus.NotFound, Decide(message, _facts.Fact("KX-200", "Order number", "", "840-3001", "")).Status);
    }

    [Theory]
    [InlineData("Order number of the KX-200 with PNP output?", "Output")]
    [InlineData("ORDER NUMBER OF THE KX-200 FOR OUR PUMP ROOM", "Room")]
    [InlineData("We have a PLC: order number of the KX-200?", "Output")]
    public void A_name_that_the_sheet_prints_or_that_tells_of_the_customer_bars_no_answer(string message, string label)
    {
        Decision decision = Decide(message, _facts.Fact("KX-200", "Order number", "", "840-3001", ""), _facts.Fact("KX-200", label, "", "PNP", ""));

        Assert.Equal(AnswerStatus.Answered, decision.Status);
    }

    [Fact]
    public void A_line_for_another_condition_is_no_answer()
    {
        Assert.Equal(AnswerStatus.NotFound, Decide("Max. pressure of the KX-200 at 150 °C?", _facts.Fact("KX-200", "Max. pressure", "at 120 °C", "9", "bar")).Status);
        Assert.Equal(AnswerStatus.Answered, Decide("Max. pressure of the KX-200 at 120 °C?", _facts.Fact("KX-200", "Max. pressure", "at 120 °C", "9", "bar")).Status);
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
