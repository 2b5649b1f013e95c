using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Kinds;

public sealed class ProductKindLexiconTests
{
    private readonly ProductKindLexicon _kinds = ProductKindLexicon.Default;

    [Theory]
    [InlineData("float switches", "level switch")]
    [InlineData("vibrating forks", "level switch")]
    [InlineData("block pump", "centrifugal pump")]
    [InlineData("VFD", "frequency converter")]
    [InlineData("electric cylinder", "linear actuator")]
    [InlineData("planetary gear motors", "geared motor")]
    [InlineData("3-way valve", "three-way valves")]
    public void A_kind_is_known_by_its_other_names_and_by_broader_ones(string narrower, string broader)
    {
        Assert.True(_kinds.IsA(KindOf(narrower), KindOf(broader)));
    }

    [Theory]
    [InlineData("pump", "centrifugal pump")]
    [InlineData("float switch", "proximity switch")]
    public void A_broader_or_other_kind_is_not_the_narrower(string kind, string other)
    {
        Assert.False(_kinds.IsA(KindOf(kind), KindOf(other)));
    }

    [Fact]
    public void The_longest_name_counts()
    {
        KindMention found = Assert.Single(_kinds.Find(WordSplitter.Split("So how heavy is that pressure transmitter?")));

        Assert.Equal((5, 2), (found.From, found.Count));
    }

    private int KindOf(string name) => Assert.Single(_kinds.Find(WordSplitter.Split(name))).Kind;
}
