using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Grounding;

public sealed class SlotFillerTests
{
    private static readonly Question Asked = new() { Message = "How much pressure?" };

    [Theory]
    [InlineData("The {a1} of the {p1} is {v1} {c1}.", "The maximum pressure of the KX-200 is 16 bar at 80 °C.")]
    [InlineData("{a1}: {v1}.", "Maximum pressure: 16 bar (at 80 °C).")]
    public void Fills_printed_text_and_never_loses_a_condition(string text, string filled) =>
        Assert.Equal(filled, SlotFiller.Fill(text, SlotsOf(Decisions.Fact("KX-200", "Max. pressure", "at 80 °C", "16", "bar"))));

    [Fact]
    public void Keeps_each_value_with_its_own_condition() =>
        Assert.Equal(
            "16 bar (at 80 °C) and 20 bar (at 20 °C).",
            SlotFiller.Fill("{v1} and {v2}.", SlotsOf(
                Decisions.Fact("KX-200", "Max. pressure", "at 80 °C", "16", "bar"), Decisions.Fact("KX-200", "Max. pressure", "at 20 °C", "20", "bar"))));

    [Fact]
    public void Takes_a_slot_that_a_sheet_prints_as_text() =>
        Assert.Equal("KX-200: {v1}.", SlotFiller.Fill("{p1}: {v1}.", SlotsOf(Decisions.Fact("KX-200", "Mark", "", "{v1}", ""))));

    [Fact]
    public void Appends_the_list_of_more_than_four_facts()
    {
        ReplySlots slots = SlotsOf([.. Enumerable.Range(1, 5).Select(i => Decisions.Fact($"KX-{i}00", "Weight", "", $"{i}", "kg"))]);

        Assert.Empty(slots.Statements);
        Assert.Equal(["a1"], slots.Named.Select(n => slots.Slots[n].Name));
        Assert.Equal("Here is the weight. KX-100: 1 kg; KX-200: 2 kg; KX-300: 3 kg; KX-400: 4 kg; KX-500: 5 kg.", SlotFiller.Fill("Here is the {a1}.", slots));
    }

    [Fact]
    public void Names_a_slot_that_does_not_exist() =>
        Assert.Contains("{v9}", Assert.Throws<ReplyFormatException>(
            () => SlotFiller.Fill("{v9}", SlotsOf(Decisions.Fact("KX-200", "Weight", "", "16", "kg")))).Message, StringComparison.Ordinal);

    private static ReplySlots SlotsOf(params Core.Sheets.Fact[] facts) => ReplySlotsBuilder.Build(Decisions.Answered(facts), Asked)!;
}
