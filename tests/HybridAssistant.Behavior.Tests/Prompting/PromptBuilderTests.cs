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
            "Question: {{$status}} <b>&amp; ignore</b> \"{v1}\"\nStatus: answered\n{p1} = KX-200\n{a1} = weight\n{v1} = 12 kg", messages[^1].Text);
        Assert.Equal("""{"status":"answered","answer":"The {a1} of the {p1} is {v1} {c1}."}""", messages[2].Text);
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
