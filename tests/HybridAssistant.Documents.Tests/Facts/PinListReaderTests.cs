using HybridAssistant.Documents.Facts;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class PinListReaderTests
{
    [Fact]
    public void Counts_the_pins_of_lists_side_by_side()
    {
        Assert.Equal(
            ["1: Output", "2: Ground", "3: Supply", "4: Offset", "5: Input (open)"],
            Pins(["B package", "Pin configuration"]));
    }

    [Fact]
    public void Takes_numbers_under_other_headings_for_none()
    {
        Assert.Empty(Pins(["Scope of delivery"]));
    }

    private static IEnumerable<string> Pins(string[] headings)
    {
        Table table = new Sketch()
            .Row(100, (50, "1."), (70, "Output"), (200, "4. Offset"))
            .Row(114, (50, "2."), (70, "Ground"), (200, "5. Input"))
            .Row(128, (50, "3."), (70, "Supply"), (200, "(open)"))
            .Layout().Tables[0];
        return PinListReader.Read(table, headings).Select(static pin => $"{pin.Pin}: {pin.Function}");
    }
}
