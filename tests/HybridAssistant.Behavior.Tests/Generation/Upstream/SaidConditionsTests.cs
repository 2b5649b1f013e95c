using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Upstream;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

public sealed class SaidConditionsTests
{
    [Theory]
    [InlineData("It takes 12 bar, a lot.", "It takes 12 bar (at 90 °C), a lot.")]
    [InlineData("At 90 °C it takes 12 bar.", "At 90 °C it takes 12 bar.")]
    [InlineData("At 90 °Cx it takes 12 bar.", "At 90 °Cx it takes 12 bar (at 90 °C).")]
    [InlineData("It takes 112 bar.", "It takes 112 bar.")]
    [InlineData("It takes 112 bar, no, 12 bar.", "It takes 112 bar, no, 12 bar (at 90 °C).")]
    public void Says_a_condition_behind_its_value(string text, string complete) =>
        Assert.Equal(complete, SaidConditions.Complete(
            text, SpokenFact.AllOf(Decisions.Answered(Decisions.Fact("PX-40", "Max. pressure", "at 90 °C", "12", "bar")))));
}
