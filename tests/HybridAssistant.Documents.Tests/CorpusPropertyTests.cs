using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests;

/// <summary>What holds for every sheet of the sample corpus.</summary>
public sealed class CorpusPropertyTests
{
    public static TheoryData<string> Sheets => [.. Directory
        .EnumerateFiles(RepositoryFolder.Find("corpus/sheets"), "*.pdf", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryFolder.Find("corpus/sheets"), path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Boxes_lie_on_their_page_and_ids_are_unique(string path)
    {
        byte[] pdf = await ReadBytesAsync(path);
        List<PageContent> pages = new PdfPages(new SheetLimits()).Read(pdf, TestContext.Current.CancellationToken);
        SheetReading reading = await new SpecSheetReader().ReadAsync("sheet.pdf", pdf, TestContext.Current.CancellationToken);
        if (reading.Sheet is not { } sheet)
        {
            Assert.Contains("scanned", reading.SetAside, StringComparison.Ordinal);
            return;
        }

        Assert.All(sheet.Facts, fact => AssertOnPage(fact.Box, pages[fact.Page - 1]));
        Assert.All(sheet.Passages, passage => AssertOnPage(passage.Box, pages[passage.Page - 1]));
        Assert.Equal(sheet.Facts.Length, sheet.Facts.Select(f => f.Id).Distinct().Count());
        Assert.Equal(sheet.Passages.Length, sheet.Passages.Select(p => p.Id).Distinct().Count());
        Assert.All(sheet.Facts, fact => Assert.True(fact.Attribute.Length > 0 && fact.Value.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Every_word_is_in_a_table_or_in_the_text_once(string path)
    {
        foreach ((PageContent page, IReadOnlyList<TextLine> lines, PageLayout layout) in await LayoutsAsync(path))
        {
            IEnumerable<Word> placed = layout.Tables.SelectMany(t => t.Cells.SelectMany(c => c.Lines)).Concat(layout.TextColumns.SelectMany(c => c))
                .SelectMany(line => line.Words).Where(word => !word.Vertical);

            Assert.Equal(Words(lines.SelectMany(line => line.Words)), Words(placed));
            Assert.Equal(layout.Page.Number, page.Number);
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Every_place_of_a_table_belongs_to_one_cell(string path)
    {
        foreach ((_, _, PageLayout layout) in await LayoutsAsync(path))
        {
            foreach (Table table in layout.Tables)
            {
                Assert.Equal(table.RowCount * table.ColumnCount, table.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan));
                Assert.All(table.Cells, cell => Assert.Same(cell, table.At(cell.Row, cell.Column)));
            }
        }
    }

    private static async Task<List<(PageContent Page, IReadOnlyList<TextLine> Lines, PageLayout Layout)>> LayoutsAsync(string path)
    {
        List<PageContent> pages = new PdfPages(new SheetLimits()).Read(await ReadBytesAsync(path), TestContext.Current.CancellationToken);
        List<IReadOnlyList<TextLine>> lines = RunningTextFilter.Filter(pages);
        return [.. pages.Select((page, i) => (page, lines[i], TableFinder.Find(page, lines[i])))];
    }

    private static List<string> Words(IEnumerable<Word> words) => [.. words.Select(w => $"{w.Box.Y0:F1} {w.Box.X0:F1} {w.Text}").Order(StringComparer.Ordinal)];

    private static Task<byte[]> ReadBytesAsync(string path) =>
        File.ReadAllBytesAsync(RepositoryFolder.Find("corpus/sheets/" + path), TestContext.Current.CancellationToken);

    private static void AssertOnPage(BoundingBox box, PageContent page)
    {
        Assert.InRange(box.X0, -1, box.X1);
        Assert.InRange(box.Y0, -1, box.Y1);
        Assert.InRange(box.X1, box.X0, page.Width + 1);
        Assert.InRange(box.Y1, box.Y0, page.Height + 1);
    }
}
