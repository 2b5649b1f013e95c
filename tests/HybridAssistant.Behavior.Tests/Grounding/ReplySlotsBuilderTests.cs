using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Grounding;

public sealed class ReplySlotsBuilderTests
{
    [Fact]
    public void Licenses_a_condition_of_the_customer_that_the_line_states()
    {
        ReplySlots slots = SlotsOf("max. pressure of the KX-200 at 80 °C?", Decisions.Fact("KX-200", "Max. pressure", "at 80 °C", "16", "bar"));

        Assert.Contains(new LicensedSpan("80 °C", "at"), slots.Spans);
        Assert.Contains(new LicensedSpan("KX-200", ""), slots.Spans);
    }

    [Theory]
    [InlineData("Is it 16 bar?")]
    [InlineData("max. pressure at 90 °C?")]
    [InlineData("max. pressure at 8 °C?")]
    [InlineData("pressure of the KX-250?")]
    public void Licenses_no_value_and_nothing_that_the_line_does_not_state(string question) =>
        Assert.Empty(SlotsOf(question, Decisions.Fact("KX-200", "Max. pressure", "at 80 °C", "16", "bar")).Spans);

    [Fact]
    public void Leaves_marks_and_lists_of_order_to_the_composer()
    {
        Decision marks = Decisions.Answered(Decisions.Fact("KX-200", "ATEX", "", "●", ""));
        Decision order = Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg")) with { Form = AnswerForm.Ordering };

        Assert.Null(ReplySlotsBuilder.Build(marks, new Question { Message = "ATEX?" }));
        Assert.Null(ReplySlotsBuilder.Build(order, new Question { Message = "the lightest?" }));
    }

    [Fact]
    public void Numbers_equal_products_and_labels_once_and_every_value()
    {
        ReplySlots slots = SlotsOf("weights?", Decisions.Fact("KX-200", "Weight", "", "12", "kg"), Decisions.Fact("KX-250", "Weight", "", "12", "kg"));

        Assert.Equal(["p1", "a1", "v1", "p2", "v2"], slots.Slots.Select(s => s.Name));
        Assert.True(slots.HasSeveralProducts);
        Assert.False(slots.HasSeveralAttributes);
    }

    [Theory]
    [InlineData("Medium (max. 45 min)", new[] { "p1", "a1" })]
    [InlineData("Medium", new[] { "p1" })]
    public void Demands_a_label_whose_note_qualifies_the_value(string attribute, string[] named)
    {
        ReplySlots slots = SlotsOf("how hot?", Decisions.Fact("PT-70", attribute, "", "+140", "°C"));

        Assert.Equal(named, slots.Named.Select(n => slots.Slots[n].Name));
    }

    [Fact]
    public void Names_no_single_product_where_a_value_holds_for_all()
    {
        Decision agreed = Decisions.Answered(Decisions.Fact("KX-200", "Protection class", "", "IP55", "")) with { HoldsForAll = true };

        ReplySlots slots = ReplySlotsBuilder.Build(agreed, new Question { Message = "protection class?" })!;

        Assert.Equal("all models of “KX centrifugal pumps”", slots.Slots.Single(s => s.Kind == SlotKind.Product).Text);
    }

    private static ReplySlots SlotsOf(string question, params Core.Sheets.Fact[] facts) =>
        ReplySlotsBuilder.Build(Decisions.Answered(facts), new Question { Message = question })!;
}
