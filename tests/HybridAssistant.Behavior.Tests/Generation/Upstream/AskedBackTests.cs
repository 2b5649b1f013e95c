using HybridAssistant.Behavior.Generation.Upstream;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

public sealed class AskedBackTests
{
    [Theory]
    [InlineData("Happy to help: which one do you mean, the KX-200 or the KX-200.5?")]
    [InlineData("KX-200.5 or kx-200?")]
    public void Lets_one_question_pass_that_names_all_choices(string text) => Assert.Equal(text, AskedBack.Check(text, ["KX-200", "KX-200.5"]));

    [Theory]
    [InlineData("Which one do you mean, the KX-200?", "does not name every choice")]
    [InlineData("Which one do you mean, the KX-200.5?", "does not name every choice")]
    [InlineData("It is waterproof. Do you mean the KX-200 or the KX-200.5?", "is not one question")]
    [InlineData("The KX-200 or the KX-200.5", "is not one question")]
    public void Lets_nothing_else_pass(string text, string fault)
    {
        UpstreamException e = Assert.Throws<UpstreamException>(() => AskedBack.Check(text, ["KX-200", "KX-200.5"]));

        Assert.Contains(fault, e.Message, StringComparison.Ordinal);
    }
}
