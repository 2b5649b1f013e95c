using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Tests.Composing;

public sealed class ExtractiveComposerTests
{
    private readonly ExtractiveComposer _composer = new();

    [Fact]
    public void A_value_is_said_as_printed_with_product_and_condition()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "MAX. WORKING PRESSURE", "at 20 °C", "16", "bar"));

        Assert.Equal("The max. working pressure of the KX-200 is 16 bar (at 20 °C).", _composer.Compose(decision));
    }

    [Fact]
    public void A_value_of_the_whole_sheet_names_the_sheet()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("", "Weight", "", "9.9", "lbs"));

        Assert.Equal("The weight is 9.9 lbs (KX centrifugal pumps).", _composer.Compose(decision));
    }

    [Fact]
    public void Several_products_are_listed_each_with_its_value()
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("KX-200", "Weight", "", "14", "kg"), Decisions.Fact("KX-250", "Weight", "", "19", "kg"));

        Assert.Equal("Weight: 14 kg for the KX-200 and 19 kg for the KX-250.", _composer.Compose(decision));
    }

    [Fact]
    public void A_conversion_stands_in_brackets_behind_the_printed_value()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "Max. pressure", "", "16", "bar")) with
        {
            Derived = [new DerivedQuantity(0, "232", "psi")],
        };

        Assert.Equal("The max. pressure of the KX-200 is 16 bar (232 psi).", _composer.Compose(decision));
    }

    [Fact]
    public void A_verdict_comes_first()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "ATEX", "", "No", "")) with { Verdict = Verdict.No };

        Assert.Equal("No. KX-200 – ATEX: No.", _composer.Compose(decision));
    }

    [Theory]
    [InlineData(AnswerStatus.NotFound, NoAnswerReason.NotStated)]
    [InlineData(AnswerStatus.NotFound, NoAnswerReason.UnknownProduct)]
    [InlineData(AnswerStatus.Refused, NoAnswerReason.OutOfField)]
    [InlineData(AnswerStatus.Refused, NoAnswerReason.Instruction)]
    [InlineData(AnswerStatus.Refused, NoAnswerReason.Language)]
    public void What_is_not_answered_is_said_without_a_digit(AnswerStatus status, NoAnswerReason reason)
    {
        string text = _composer.Compose(new Decision { Status = status, Reason = reason, Confidence = 1 });

        Assert.DoesNotContain(text, char.IsDigit);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_back_offers_the_choices()
    {
        var decision = new Decision { Status = AnswerStatus.Clarify, Choices = ["KX-200", "KX-250"], Reason = NoAnswerReason.SeveralProducts, Confidence = 1 };

        Assert.Equal("Which one do you mean: KX-200 or KX-250?", _composer.Compose(decision));
    }
}
