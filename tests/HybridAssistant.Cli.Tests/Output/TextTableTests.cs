using HybridAssistant.Cli.Output;

namespace HybridAssistant.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Is_aligned_and_never_wrapped_in_a_pipe()
    {
        var console = new PlainConsole();
        var table = new TextTable("document", "rev", "title");
        table.Add("kx.pdf", "B", new string('x', 200));
        table.Add("gear-motors.pdf", "", "GM");

        table.Write(console.Console);

        Assert.Equal(
            [
                "document         rev  title",
                "kx.pdf           B    " + new string('x', 200),
                "gear-motors.pdf       GM",
            ],
            console.Lines);
    }

    [Fact]
    public void Refuses_a_row_of_another_width()
    {
        var table = new TextTable("document", "rev");

        Assert.Throws<ArgumentException>(() => table.Add("kx.pdf"));
    }
}
