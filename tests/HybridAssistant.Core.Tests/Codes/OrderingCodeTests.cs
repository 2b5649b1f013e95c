using HybridAssistant.Core.Codes;

namespace HybridAssistant.Core.Tests.Codes;

public sealed class OrderingCodeTests
{
    private static readonly OrderingCodeGrammar Grammar = new(
        "LA-[20|30]-[stroke in mm]-[P|H]-[UA]",
        [
            CodeSegment.Fixed("LA-"),
            new CodeSegment("Size", [new CodeChoice("20", "20 mm"), new CodeChoice("30", "30 mm")]),
            CodeSegment.Fixed("-"),
            new CodeSegment("stroke in mm", []),
            CodeSegment.Fixed("-"),
            new CodeSegment("Feedback", [new CodeChoice("P", "potentiometer"), new CodeChoice("H", "Hall sensor")]),
            new CodeSegment("", [new CodeChoice("-UA", "OPC UA"), new CodeChoice("", "")]),
        ],
        1);

    [Theory]
    [InlineData("LA-30-200-H", "Size=30 mm;stroke in mm=;Feedback=Hall sensor")]
    [InlineData("la30 200 h ua", "Size=30 mm;stroke in mm=;Feedback=Hall sensor;=OPC UA")]
    public void Says_what_each_position_of_a_typed_code_means(string typed, string expected)
    {
        var parts = OrderingCodeMatcher.Match(Grammar, typed);

        Assert.Equal(expected, string.Join(';', parts!.Value.Skip(1).Select(p => $"{p.Name}={p.Meaning}")));
    }

    [Theory]
    [InlineData("LA-40-200-H")]
    [InlineData("LA-30-200")]
    [InlineData("LA-30-200-H-X")]
    [InlineData("")]
    public void Does_not_fit_what_the_grammar_does_not_describe(string typed)
    {
        Assert.Null(OrderingCodeMatcher.Match(Grammar, typed));
    }

    [Fact]
    public void Composes_codes_up_to_the_first_open_position()
    {
        Assert.Equal(["LA-20-", "LA-30-"], OrderingCodeExpander.Expand(Grammar, 10));
        Assert.Equal(2, OrderingCodeExpander.Count(Grammar));
    }

    [Fact]
    public void Composes_no_more_codes_than_asked_for()
    {
        CodeSegment digit = new("digit", [.. "0123456789".Select(d => new CodeChoice(d.ToString(), ""))]);
        var huge = new OrderingCodeGrammar("x", [.. Enumerable.Repeat(digit, 30)], 1);

        string[] codes = [.. OrderingCodeExpander.Expand(huge, 12)];

        Assert.Equal(12, codes.Length);
        Assert.Equal("000000000000000000000000000011", codes[^1]);
        Assert.Equal(long.MaxValue, OrderingCodeExpander.Count(huge));
    }

    [Theory]
    [InlineData("KX200", "KX200", 2, 0)]
    [InlineData("KX200", "KX250", 2, 1)]
    [InlineData("KX200", "KX020", 2, 1)]
    [InlineData("KX200", "KX2000", 2, 1)]
    [InlineData("KX200", "ABCDE", 2, 3)]
    [InlineData("KX", "KX2000", 2, 3)]
    public void Counts_typing_errors_between_codes(string a, string b, int limit, int expected)
    {
        Assert.Equal(expected, CodeDistance.Between(a, b, limit));
    }
}
