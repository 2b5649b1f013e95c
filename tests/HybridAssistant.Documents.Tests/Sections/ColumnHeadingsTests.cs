using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Sections;

public sealed class ColumnHeadingsTests
{
    [Fact]
    public void Takes_larger_and_bold_lines_for_headings()
    {
        Assert.Equal(["Technical data", "Input"], Headings(new Sketch()
            .Text(50, 100, "Technical data", 14)
            .Text(50, 130, "Input", bold: true)
            .Text(50, 142, "The input is isolated from the supply.")));
    }

    [Fact]
    public void Takes_many_lines_in_capitals_under_a_heading_for_a_list()
    {
        Assert.Equal(["APPLICATIONS"], Headings(new Sketch()
            .Text(50, 100, "APPLICATIONS", 12)
            .Text(50, 114, "TONE DECODERS")
            .Text(50, 126, "TELEMETRY DECODERS")
            .Text(50, 138, "SIGNAL GENERATORS")
            .Text(50, 150, "MODEMS")));
    }

    [Fact]
    public void Goes_on_with_a_list_whose_recognised_letters_vary_in_size()
    {
        Assert.Equal(["APPLICATIONS"], Headings(new Sketch()
            .Text(50, 100, "APPLICATIONS", 12)
            .Text(50, 114, "TONE DECODERS")
            .Text(50, 126, "TELEMETRY DECODERS")
            .Text(50, 138, "SIGNAL GENERATORS")
            .Text(50, 150, "MODEMS")
            .Text(50, 162, "TRACKING FILTERS", 13.5)
            .Text(50, 174, "RECEIVERS")));
    }

    [Fact]
    public void Takes_the_second_line_of_a_bold_item_for_no_heading()
    {
        Assert.Empty(Headings(new Sketch()
            .Text(50, 100, "• Qualified for reflow solder", bold: true)
            .Text(60, 112, "process to IPC J-STD-020C", bold: true)));
    }

    private static IEnumerable<string> Headings(Sketch sketch)
    {
        PageContent page = sketch.Page();
        var headings = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        ColumnHeadings.Collect(page.Lines, new HeadingFinder(10), headings);
        return page.Lines.Where(headings.Contains).Select(LineText.Of);
    }
}
