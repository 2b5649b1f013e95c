using HybridAssistant.Core.Codes;
using HybridAssistant.Documents.Codes;

namespace HybridAssistant.Documents.Tests.Codes;

public sealed class OrderingCodeExtractorTests
{
    private readonly OrderingCodeExtractor _extractor = new();

    [Fact]
    public void Reads_bracketed_alternatives_with_their_legend()
    {
        OrderingCodeGrammar grammar = Single(["Order code", "PT-70-[A|B|C|D]-[T4|M2]-[H|L]", "H = HART, L = IO-Link. Example: PT-70-B-T4-H."]);

        Assert.Equal("PT-70-{A|B|C|D}-{T4|M2}-{H:HART|L:IO-Link}", Print(grammar));
        Assert.Equal("IO-Link", OrderingCodeMatcher.Match(grammar, "pt70 b t4 l")!.Value[^1].Meaning);
    }

    [Fact]
    public void Reads_optional_and_open_positions()
    {
        Assert.Equal("SCV-{45|55}-{A|W}{-UA|}", Print(Single(["SCV-[45|55]-[A|W]-[UA]"])));
        Assert.Equal("LA-{20|30}-?stroke in mm-{P|H}", Print(Single(["LA-[20|30]-[stroke in mm]-[P|H]. Example: LA-30-24-200-H."])));
        Assert.Equal("6204-{2RS|ZZ}{-C3|}", Print(Single(["6204-[2RS|ZZ]-[C3] Basic designation, closure, clearance."])));
    }

    [Fact]
    public void Names_positions_by_the_table_of_the_sheet()
    {
        OrderingTable table = OrderingTable.TryRead(2,
        [
            ["Position", "Code", "Meaning"],
            ["1 Supply", "2", "1 × 200 to 240 V"],
            ["1 Supply", "4", "3 × 380 to 480 V"],
            ["2 Filter", "E", "with EMC filter"],
            ["", "N", "none"],
        ])!;

        OrderingCodeGrammar grammar = Assert.Single(_extractor.Extract([new PrintedLine(1, "FD-[2|4]-[E|N]")], [table]));

        Assert.Equal("FD-Supply{2:1 × 200 to 240 V|4:3 × 380 to 480 V}-Filter{E:with EMC filter|N:none}", Print(grammar));
    }

    [Fact]
    public void Reads_placeholders_that_a_table_explains()
    {
        OrderingTable table = OrderingTable.TryRead(1,
        [
            ["Part", "Code", "Meaning"],
            ["4x Type", "40", "standard"],
            ["4x Type", "41", "high accuracy"],
            ["AAA Range", "see table of measuring ranges", ""],
            ["B Output", "A", "4 … 20 mA"],
            ["B Output", "V", "0 … 10 V"],
        ])!;

        OrderingCodeGrammar grammar = Assert.Single(_extractor.Extract([new PrintedLine(1, "PT-4x-AAA-B")], [table]));

        Assert.Equal("PT-Type{40:standard|41:high accuracy}-?Range-Output{A:4 … 20 mA|V:0 … 10 V}", Print(grammar));
    }

    [Fact]
    public void Reads_an_example_that_a_table_explains()
    {
        OrderingTable table = OrderingTable.TryRead(1,
        [
            ["Position", "Code", "Meaning"],
            ["Model", "SC-18, SC-30", "Rated power"],
            ["Pressure", "8", "8 bar"],
            ["Pressure", "10", "10 bar"],
            ["Option", "HR", "Heat recovery"],
        ])!;

        OrderingCodeGrammar grammar = Assert.Single(_extractor.Extract([new PrintedLine(1, "SC-30 – 10 – HR")], [table]));

        Assert.Equal(["SC-18-8-HR", "SC-18-8", "SC-18-10-HR", "SC-18-10", "SC-30-8-HR", "SC-30-8", "SC-30-10-HR", "SC-30-10"], OrderingCodeExpander.Expand(grammar, 20));
    }

    [Fact]
    public void Reads_an_example_that_a_sentence_explains()
    {
        OrderingCodeGrammar grammar = Single(
        [
            "BVF-050-P-L: size DN in three digits, seats (R = R-PTFE, P = PEEK), neck",
            "(S = standard, L = long neck).",
        ]);

        Assert.Equal("BVF-?-seats{R:R-PTFE|P:PEEK}-neck{S:standard|L:long neck}", Print(grammar));
    }

    [Theory]
    [InlineData("Supply [V]: 24, pressure [bar]: 16")]
    [InlineData("KX-200 [bar] 16 [psi] 232")]
    [InlineData("see [1], [2] and [3]")]
    [InlineData("IEC 60068-2-6")]
    public void Takes_no_units_or_references_for_a_grammar(string line)
    {
        Assert.Empty(_extractor.Extract([new PrintedLine(1, line)], []));
    }

    private OrderingCodeGrammar Single(string[] lines) => Assert.Single(_extractor.Extract([.. lines.Select(l => new PrintedLine(1, l))], []));

    private static string Print(OrderingCodeGrammar grammar) => string.Concat(grammar.Segments.Select(s =>
        s.IsOpen ? "?" + s.Name
        : s.IsFixed ? s.Choices[0].Code
        : s.Name + "{" + string.Join('|', s.Choices.Select(c => c.Meaning.Length > 0 ? c.Code + ":" + c.Meaning : c.Code)) + "}"));
}
