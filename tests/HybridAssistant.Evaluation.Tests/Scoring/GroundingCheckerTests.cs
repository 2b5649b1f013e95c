using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Evaluation.Scoring;
using static HybridAssistant.Evaluation.Tests.SampleReply;

namespace HybridAssistant.Evaluation.Tests.Scoring;

public sealed class GroundingCheckerTests
{
    private static readonly Question AsksWeight = new() { Message = "Weight of the KX-200 in lbs, for 3 of them?" };

    [Theory]
    [InlineData("The KX-200 weighs 12.4 kg.")]
    [InlineData("The kx200 weighs 12.4kg; max. 16 bar.")]
    [InlineData("For 3 of them it is the same.")]
    public void Allows_what_sheet_and_question_print(string text)
    {
        Assert.Empty(Find(text));
    }

    [Theory]
    [InlineData("The KX-20 weighs 12.4 kg.", "KX-20")]
    [InlineData("It weighs 12 kg.", "12")]
    [InlineData("It weighs 2.4 kg.", "2.4")]
    [InlineData("Order SK-204-V.", "SK-204-V")]
    public void Finds_invented_numbers_and_codes(string text, string ungrounded)
    {
        Assert.Equal([ungrounded], Find(text));
    }

    [Fact]
    public void Allows_a_derived_quantity()
    {
        Answer answer = Of(AnswerStatus.Answered, "It weighs 12.4 kg (27.3 lb).", [Weight]).Answer with
        {
            Derived = [new DerivedQuantity(0, "27.3", "lb")],
        };

        Assert.Empty(GroundingChecker.FindUngrounded(answer, AsksWeight, [Sheet]));
    }

    [Fact]
    public void Takes_nothing_from_what_the_assistant_said_before()
    {
        var question = AsksWeight with { History = [new ChatTurn(ChatRole.Assistant, "It weighs 99 kg.")] };
        Answer answer = Of(AnswerStatus.Answered, "As said, 99 kg.", [Weight]).Answer;

        Assert.Equal(["99"], GroundingChecker.FindUngrounded(answer, question, [Sheet]));
    }

    private static IEnumerable<string> Find(string text) =>
        GroundingChecker.FindUngrounded(Of(AnswerStatus.Answered, text, [Weight]).Answer, AsksWeight, [Sheet]);
}
