using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Revisions;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Codes;

/// <summary>Adds to an assembled sheet what its lines and tables say about codes and about its revision.</summary>
internal static class SheetCodes
{
    /// <summary>The sheet with its codes, grammars, revision mark and date.</summary>
    public static SpecSheet Add(SpecSheet sheet, IReadOnlyList<PageContent> pages, IReadOnlyList<PageLayout> layouts)
    {
        // Grammars are sought in the columns' lines: a row across two columns would glue two texts.
        List<PrintedLine> lines = [.. layouts.SelectMany(LinesOf)];
        List<OrderingTable> tables = [.. layouts.SelectMany(l => l.Tables).Select(TableOf).OfType<OrderingTable>()];
        SheetRevision revision = RevisionFinder.Find([.. pages.SelectMany(p => p.Lines.Select(LineText.Of))]);
        return sheet with
        {
            Revision = revision.Mark,
            RevisionDate = revision.Date,
            Codes = new ProductCodeExtractor().Extract(sheet.Title, sheet.Products, sheet.Facts, sheet.Passages),
            Grammars = new OrderingCodeExtractor().Extract(lines, tables),
        };
    }

    private static IEnumerable<PrintedLine> LinesOf(PageLayout layout)
    {
        foreach (IReadOnlyList<TextLine> column in layout.TextColumns)
        {
            foreach (TextLine line in column)
            {
                yield return new PrintedLine(layout.Page.Number, LineText.Of(line));
            }
        }

        // A pattern may stand in a frame, which the table stages take for a table of one cell.
        foreach (Cell cell in layout.Tables.SelectMany(t => t.Cells).Where(c => !c.IsEmpty))
        {
            yield return new PrintedLine(layout.Page.Number, cell.Text);
        }
    }

    private static OrderingTable? TableOf(Table table)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (int r = 0; r < table.RowCount; r++)
        {
            rows.Add([.. Enumerable.Range(0, table.ColumnCount).Select(c => table.At(r, c)?.Text ?? "")]);
        }

        return OrderingTable.TryRead(table.Page, rows);
    }
}
