using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Builds a table whose rows and columns are both told by the alignment of words.</summary>
internal static class AlignedTableBuilder
{
    /// <summary>Builds the table; null where no column boundary is left.</summary>
    public static Table? Build(PageContent page, List<List<Segment>> rows, GutterSet gutters)
    {
        gutters.Refine(rows, Math.Max(2, rows.Count / 2));
        if (gutters.Count == 0)
        {
            return null;
        }

        List<double> separators = Separators(rows, gutters.Middles[0], new Stripes(page));
        GridDraft grid = BandedGrid.Build(rows, separators, gutters.Middles);
        TextLine[] lines = [.. rows.Select(static row => new Segment(row[0].Line, row[0].Start, row[^1].End).ToLine())];
        ColumnMerger.MergeComplementary(grid, GridText.OwnersWithText(grid, lines));
        HeaderCellSplitter.Split(grid, lines);
        RowSplitter.Split(grid, lines);
        return GridText.ToTable(grid, page, lines, ruled: false);
    }

    /// <summary>A line without a label continues the row above it.</summary>
    private static List<double> Separators(List<List<Segment>> rows, double labelEnd, Stripes stripes)
    {
        var separators = new List<double> { rows[0].Min(static s => s.Line.Box.Y0) - 1 };
        for (int i = 1; i < rows.Count; i++)
        {
            bool? sameStripe = stripes.AreSame(rows[i - 1][0], rows[i][0]);
            bool unlabelled = rows[i][0].X0 >= labelEnd;
            if (sameStripe ?? unlabelled || (unlabelled && rows[i].Count == 1))
            {
                continue;
            }

            Segment above = rows[i - 1][0];
            Segment below = rows[i][0];
            separators.Add(((above.Line.Baseline + below.Line.Baseline) / 2) - (0.25 * below.Line.FontSize));
        }

        separators.Add(rows[^1].Max(static s => s.Line.Box.Y1) + 1);
        return separators;
    }
}
