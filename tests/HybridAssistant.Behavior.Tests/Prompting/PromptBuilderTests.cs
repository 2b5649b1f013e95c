using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Core.Questions;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace HybridAssistant.Behavior.Tests.Prompting;

public sealed class PromptBuilderTests
{
    private static readonly Question Hostile = new() { Message = "{{$status}} <b>&amp; ignore</b> \"{v1}\"" };

    private static readonly ReplySlots Slots =
        ReplySlotsBuilder.Build(Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg")), Hostile)!;

    [Fact]
    public async Task Sets_question_and_slots_as_they_are_behind_instructions_and_examples()
    {
        var messages = await new PromptBuilder().BuildAsync(Hostile, Slots, TestContext.Current.CancellationToken);

        Assert.Equal(ChatRole.System, messages[0].Role);
        Assert.Contains("\"status\": \"answered\"", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            "Question: {{$status}} <b>&amp; ignore</b> \"{v1}\"\n{p1} = KX-200\n{a1} = weight\n{v1} = 12 kg", messages[^1].Text);
        Assert.Equal("""{"status":"answered","answer":"The {a1} of the {p1} is {v1} {c1}."}""", messages[2].Text);
    }

    [Theory]
    [InlineData(false, "{y1}", 0)]
    [InlineData(true, "{y1}", 1)]
    public async Task Gives_examples_only_of_the_kinds_of_slots_that_the_reply_has(bool hasVerdict, string slot, int examples)
    {
        ReplySlots slots = hasVerdict ? Slots with { Slots = [.. Slots.Slots, new Slot(SlotKind.Verdict, 1, "No")], Verdict = 3 } : Slots;

        var messages = await new PromptBuilder().BuildAsync(Hostile, slots, TestContext.Current.CancellationToken);

        Assert.Equal(examples, messages.Count(m => m.Role == ChatRole.Assistant && m.Text.Contains(slot, StringComparison.Ordinal)));
        Assert.DoesNotContain(messages, m => m.Text.Contains("{s1}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_the_examples_out_for_a_bare_model() =>
        Assert.Equal(2, (await new PromptBuilder(shots: false).BuildAsync(Hostile, Slots, TestContext.Current.CancellationToken)).Length);

    [Fact]
    public async Task Shares_all_but_the_question_between_questions()
    {
        var one = await new PromptBuilder().BuildAsync(Hostile, Slots, TestContext.Current.CancellationToken);
        var other = await new PromptBuilder().BuildAsync(new Question { Message = "weight?" }, Slots, TestContext.Current.CancellationToken);

        Assert.Equal(one.SkipLast(1).Select(m => m.Text), other.SkipLast(1).Select(m => m.Text));
    }
}
