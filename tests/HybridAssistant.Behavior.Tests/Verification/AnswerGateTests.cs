using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Verification;

public sealed class AnswerGateTests : IDisposable
{
    private static readonly SpeakingRequest Request = new(
        new Question { Message = "How heavy is the KX-200?" }, Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg")), IsRest: false);

    private readonly VerificationMeter _meter = new();

    public void Dispose() => _meter.Dispose();

    [Theory]
    [InlineData("Good choice! The KX-200 weighs 12 kg.", "Good choice! The KX-200 weighs 12 kg.", null)]
    [InlineData("Its weight is 12 kg. It ships within 3 days.", "Its weight is 12 kg.", null)]
    [InlineData("The KX-200 is a fine pump. It weighs 15 kg.", "The KX-200 weighs 12 kg. The KX-200 is a fine pump.", null)]
    [InlineData("It weighs 15 kg.", "The KX-200 weighs 12 kg.", "ungrounded: MissingValue")]
    public void Passes_repairs_or_replaces(string text, string passed, string? takeover)
    {
        SpokenAnswer answer = new AnswerGate(new ComposerSpeaker(), _meter).Pass(new SpokenAnswer(text, "upstream", "some-model"), Request);

        Assert.Equal(passed, answer.Text);
        Assert.Equal(takeover, answer.Takeover);
        Assert.Equal(takeover is null ? "upstream" : "composer", answer.Variant);
    }

    [Theory]
    [InlineData("Good question! The housing is plastic.", "The housing of the KX-200 is steel.", "composer")]
    [InlineData("Good question! The housing is steel.", "Good question! The housing is steel.", "upstream")]
    public void Keeps_no_sentence_that_may_say_another_value_in_words(string text, string passed, string variant)
    {
        SpeakingRequest request = Request with { Decision = Decisions.Answered(Decisions.Fact("KX-200", "Housing", "", "steel", "")) };

        SpokenAnswer answer = new AnswerGate(new ComposerSpeaker(), _meter).Pass(new SpokenAnswer(text, "upstream", "some-model"), request);

        Assert.Equal((passed, variant), (answer.Text, answer.Variant));
    }
}
