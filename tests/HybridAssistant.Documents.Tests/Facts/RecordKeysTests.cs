using HybridAssistant.Documents.Facts;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests.Facts;

public sealed class RecordKeysTests
{
    [Fact]
    public void Tells_the_rows_of_a_merged_record_apart_by_the_first_column_that_differs()
    {
        Table table = new Sketch()
            .Across(90, 50, 350).Across(110, 50, 350).Across(130, 50, 350).Across(150, 150, 350).Across(170, 50, 350)
            .Down(50, 90, 170).Down(150, 90, 170).Down(250, 90, 170).Down(350, 90, 170)
            .Row(104, (55, "Model"), (155, "Power, dBm"), (255, "OSNR, dB"))
            .Row(124, (55, "AB-100"), (155, "-10 to +1"), (255, "45"))
            .Row(144, (55, "AB-200"), (155, "-5 to +1"), (255, "25"))
            .Row(164, (155, "-10 to -5"), (255, "20"))
            .Layout().Tables[0];

        Assert.Equal(1, RecordKeys.QualifierColumn(table, ShapeFinder.Find(table)));
    }
}
