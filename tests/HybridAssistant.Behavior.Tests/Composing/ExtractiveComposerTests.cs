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

        Assert.Equal("The maximum working pressure of the KX-200 is 16 bar (at 20 °C).", _composer.Compose(decision));
    }

    [Fact]
    public void A_value_of_the_whole_sheet_names_the_sheet()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("", "Weight", "", "9.9", "lbs"));

        Assert.Equal("According to “KX centrifugal pumps”, the weight is 9.9 lbs.", _composer.Compose(decision));
    }

    [Fact]
    public void Several_products_are_listed_each_with_its_value()
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("KX-200", "Weight", "", "14", "kg"), Decisions.Fact("KX-250", "Weight", "", "19", "kg"));

        Assert.Equal("The weight is 14 kg for the KX-200 and 19 kg for the KX-250.", _composer.Compose(decision));
    }

    [Fact]
    public void A_conversion_stands_in_brackets_behind_the_printed_value()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "Max. pressure", "", "16", "bar")) with
        {
            Derived = [new DerivedQuantity(0, "232", "psi")],
        };

        Assert.Equal("The maximum pressure of the KX-200 is 16 bar (232 psi).", _composer.Compose(decision));
    }

    [Fact]
    public void A_mark_is_said_with_what_the_sheet_prints_of_it()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "ATEX", "", "○", ""));
        decision = decision with { Evidence = [decision.Evidence[0] with { Meaning = "option" }] };

        Assert.Equal("For the KX-200, the sheet marks “ATEX” with ○ (option).", _composer.Compose(decision));
    }

    [Fact]
    public void Models_with_the_same_mark_are_said_together()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "ATEX", "", "●", ""), Decisions.Fact("KX-250", "ATEX", "", "●", ""));

        Assert.Equal("For the KX-200 and the KX-250, the sheet marks “ATEX” with ●.", _composer.Compose(decision));
    }

    [Fact]
    public void A_part_is_not_said_to_be_itself()
    {
        Decision one = Decisions.Answered(Decisions.Fact("SK-316-E", "Part number", "", "SK-316-E", ""));
        Decision two = Decisions.Answered(
            Decisions.Fact("SK-316-E", "Part number", "", "SK-316-E", ""), Decisions.Fact("SK-316-V", "Part number", "", "SK-316-V", ""));

        Assert.Equal("According to “KX centrifugal pumps”, the part number is SK-316-E.", _composer.Compose(one));
        Assert.Equal("According to “KX centrifugal pumps”, the part number is SK-316-E or SK-316-V.", _composer.Compose(two));
    }

    [Fact]
    public void Lines_of_other_labels_are_sentences_of_their_own()
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("SK-316-E", "Order number", "", "77-316", ""), Decisions.Fact("SK-316-E", "For pump", "", "KX-310", ""));

        Assert.Equal("The order number of the SK-316-E is 77-316. The SK-316-E – for pump: KX-310.", _composer.Compose(decision));
    }

    [Fact]
    public void A_verdict_comes_first()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("KX-200", "ATEX", "", "No", "")) with { Verdict = Verdict.No };

        Assert.Equal("No. For the KX-200, the sheet marks “ATEX” with No.", _composer.Compose(decision));
    }

    [Theory]
    [InlineData("Weight", "", "14", "kg", "The KX-200 weighs 14 kg.")]
    [InlineData("Hold-up time (typ.), 230 V AC", "", "30", "ms", "The hold-up time of the KX-200 (typ., 230 V AC) is 30 ms.")]
    [InlineData("Buffer time at 20 A", "", "0.25", "s", "The buffer time of the KX-200 (at 20 A) is 0.25 s.")]
    [InlineData("Max. temperature", "", "40", "°C", "The maximum temperature of the KX-200 is 40 °C.")]
    [InlineData("Swing", "", "90", "°", "The swing of the KX-200 is 90°.")]
    [InlineData("Outputs", "", "2 relays", "", "The outputs of the KX-200 are 2 relays.")]
    [InlineData("Order numbers", "", "240-0060", "", "The order number of the KX-200 is 240-0060.")]
    [InlineData("Sound pressure level ²⁾", "", "63", "dB(A)", "The sound pressure level of the KX-200 is 63 dB(A).")]
    [InlineData("Hall encoder", "", "●", "", "For the KX-200, the sheet marks “Hall encoder” with ●.")]
    public void A_label_is_said_as_a_sentence_says_it(string attribute, string condition, string value, string unit, string text)
    {
        Assert.Equal(text, _composer.Compose(Decisions.Answered(Decisions.Fact("KX-200", attribute, condition, value, unit))));
    }

    [Fact]
    public void The_product_of_the_question_stands_for_the_title_of_a_sheet_of_several()
    {
        Decision decision = Decisions.Answered(Decisions.Fact("", "Medium temperature", "", "80", "°C")) with { Subject = "KX-250" };

        Assert.Equal("The medium temperature of the KX-250 is 80 °C.", _composer.Compose(decision));
    }

    [Fact]
    public void The_first_in_order_and_all_that_pass_a_bound_are_named()
    {
        Decision one = Decisions.Answered(Decisions.Fact("KX-200", "Max. flow", "", "30", "m³/h"));
        Decision two = Decisions.Answered(Decisions.Fact("KX-200", "Max. flow", "", "30", "m³/h"), Decisions.Fact("KX-250", "Max. flow", "", "45", "m³/h"));

        Assert.Equal("The KX-200: its maximum flow is 30 m³/h.", _composer.Compose(one with { Form = AnswerForm.Ordering }));
        Assert.Equal("By maximum flow, the KX-200 (30 m³/h) fits.", _composer.Compose(one with { Form = AnswerForm.Threshold }));
        Assert.Equal("By maximum flow, the KX-200 (30 m³/h) and the KX-250 (45 m³/h) fit.", _composer.Compose(two with { Form = AnswerForm.Threshold }));
    }

    [Fact]
    public void Values_with_commas_are_listed_by_product()
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("KX-200", "Output", "", "PNP, 250 mA", ""), Decisions.Fact("KX-250", "Output", "", "relay, 6 A", ""));

        Assert.Equal("Output – KX-200: PNP, 250 mA; KX-250: relay, 6 A.", _composer.Compose(decision));
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
