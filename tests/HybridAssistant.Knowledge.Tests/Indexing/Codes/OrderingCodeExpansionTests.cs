using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Indexing.Codes;

namespace HybridAssistant.Knowledge.Tests.Indexing.Codes;

public sealed class OrderingCodeExpansionTests
{
    [Fact]
    public void Every_combination_is_composed() => Assert.Equal(
        ["X-200-A-24V", "X-200-B-24V"],
        OrderingCodeExpansion.Compose(Grammar(["X-200-"], ["A", "B"], ["-24V"])));

    [Fact]
    public void A_grammar_of_too_many_codes_contributes_its_fronts()
    {
        string[] letters = [.. "ABCDEFGHIJKLMNOP".Select(c => c.ToString())];

        IReadOnlyList<string> codes = OrderingCodeExpansion.Compose(Grammar(["X"], letters, letters, letters, letters));

        Assert.Equal(4096, codes.Count);
        Assert.Equal("XAAA", codes[0]);
    }

    private static OrderingCodeGrammar Grammar(params string[][] segments) =>
        new("", [.. segments.Select(choices => new CodeSegment("", [.. choices.Select(choice => new CodeChoice(choice, ""))]))], 1);
}
