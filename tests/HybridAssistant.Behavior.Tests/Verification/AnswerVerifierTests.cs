using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Verification;

public sealed class AnswerVerifierTests
{
    private readonly AnswerVerifier _verifier = new();
    private readonly Decision _decision = Decisions.Answered(Decisions.Fact("KX-200", "Max. pressure", "at 20 °C", "16", "bar")) with
    {
        Derived = [new DerivedQuantity(0, "232", "psi")],
    };

    [Theory]
    [InlineData("The max. pressure of the KX-200 is 16 bar (at 20 °C).")]
    [InlineData("16bar, that is 232 psi.")]
    [InlineData("No digit at all.")]
    [InlineData("You asked about 25 bar; it is 16 bar.")]
    public void What_is_printed_asked_or_derived_may_be_said(string text)
    {
        Assert.Empty(_verifier.FindUngrounded(text, _decision, new Question { Message = "Does it stand 25 bar?" }));
    }

    [Theory]
    [InlineData("It is 17 bar.", "17")]
    [InlineData("The KX-201 stands 16 bar.", "KX-201")]
    [InlineData("It is 1 6 bar.", "1")]
    [InlineData("It is ² bar.", "²")]
    public void Any_other_digit_bearing_run_is_named(string text, string run)
    {
        Assert.Contains(run, _verifier.FindUngrounded(text, _decision, new Question { Message = "How much?" }));
    }

    [Fact]
    public void The_assistants_own_earlier_words_license_nothing()
    {
        var question = new Question { Message = "Sure?", History = [new ChatTurn(ChatRole.Assistant, "It is 99 bar.")] };

        Assert.Equal(["99"], _verifier.FindUngrounded("It is 99 bar.", _decision, question));
    }
}
