using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

public sealed class ScannedSheetTests
{
    private static readonly string Scan = RepositoryFolder.Find("corpus/sheets/temperature-transmitters/tt-12.pdf");

    [Fact]
    public async Task Reads_a_scanned_sheet_with_tesseract_and_marks_its_facts()
    {
        var recognizer = new PageRecognizer(new OcrOptions(), new PopplerPageRenderer(TimeProvider.System), TimeProvider.System);
        if (await recognizer.FindMissingAsync(TestContext.Current.CancellationToken) is { } missing)
        {
            Assert.Skip(missing);
        }

        SheetReading reading = await Read(recognizer);

        Assert.Null(reading.SetAside);
        Assert.Equal(("D", new DateOnly(1998, 6, 15)), (reading.Sheet!.Revision, reading.Sheet.RevisionDate));
        Assert.All(reading.Sheet.Facts, fact => Assert.Equal(ReadBy.Ocr, fact.ReadBy));
        Assert.Contains(reading.Sheet.Facts, fact => fact is { Product: "TT-12A", Attribute: "Measuring range", Value: "0 to 120", Unit: "°C", Doubt: null });
        Assert.Contains(reading.Sheet.Facts, fact => fact is { Attribute: "Ambient temperature", Value: "-10 to +60", Unit: "°C", Doubt: null });
        Assert.Contains(reading.Sheet.Codes, code => code.Printed == "12-4425");
    }

    [Fact]
    public async Task Sets_a_scanned_sheet_aside_with_the_command_that_mends_it_where_tesseract_is_missing()
    {
        var recognizer = new PageRecognizer(new OcrOptions { Command = "no-such-command" }, new PopplerPageRenderer(TimeProvider.System), TimeProvider.System);

        SheetReading reading = await Read(recognizer);

        Assert.Equal(
            "It is scanned (no text on its 1 pages), and 'no-such-command' is not installed. Install it: apt-get install -y tesseract-ocr",
            reading.SetAside);
    }

    private static async Task<SheetReading> Read(PageRecognizer recognizer) =>
        await new SpecSheetReader(new SheetLimits(), recognizer, TimeProvider.System)
            .ReadAsync("tt-12.pdf", await File.ReadAllBytesAsync(Scan, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
