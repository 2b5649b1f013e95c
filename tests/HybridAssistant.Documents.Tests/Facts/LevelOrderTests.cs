using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Facts;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class LevelOrderTests
{
    [Theory]
    [InlineData("3.1", "3.3", "3.5", true)]
    [InlineData("-15", "-12", "−7", true)]
    [InlineData("3.5", "3.3", "3.1", false)]
    [InlineData("1", "Vcc+0.3", "0", false)]
    public void Doubts_rows_whose_bounds_are_out_of_order(string min, string typ, string max, bool trusted)
    {
        FactDraft[] row = [Draft("min", min), Draft("typ", typ), Draft("max", max)];

        Assert.Equal(trusted, LevelOrder.Doubt(row, 0) is null);
    }

    private static FactDraft Draft(string level, string value) => new()
    {
        Page = 1,
        Attribute = "Supply",
        Condition = level,
        Value = value,
        Box = new BoundingBox(0, 0, 1, 1),
        Confidence = 1,
    };
}
