using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tests.Reading;

public sealed class RuleMergerTests
{
    [Fact]
    public void Joins_lines_drawn_cell_by_cell()
    {
        List<Rule> merged = RuleMerger.Merge([new(true, 100, 10, 50), new(true, 100.4, 51, 90), new(true, 100, 90, 120)]);

        Rule line = Assert.Single(merged);
        Assert.Equal((10, 120), (line.Start, line.End));
    }

    [Fact]
    public void Keeps_lines_apart_that_do_not_touch()
    {
        Assert.Equal(2, RuleMerger.Merge([new(true, 100, 10, 50), new(true, 100, 60, 90)]).Count);
        Assert.Equal(2, RuleMerger.Merge([new(true, 100, 10, 50), new(true, 104, 10, 50)]).Count);
    }
}
