using HybridAssistant.Documents.Sections;

namespace HybridAssistant.Documents.Tests.Sections;

public sealed class NameInProseTests
{
    [Fact]
    public void Finds_the_code_before_the_words_of_the_title()
    {
        Assert.Equal("NE561B", Find("The NE561B Phase Locked Loop is a monolithic circuit", "PHASE LOCKED LOOP"));
    }

    [Fact]
    public void Finds_nothing_where_no_code_stands_before_them()
    {
        Assert.Equal("", Find("This phase locked loop is monolithic", "PHASE LOCKED LOOP"));
        Assert.Equal("", Find("The KX-200 pump", "pump"));
    }

    private static string Find(string line, string title) => NameInProse.Find(new Sketch().Text(20, 50, line).Page().Lines, title);
}
