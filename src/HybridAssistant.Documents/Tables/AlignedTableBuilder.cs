using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Builds a table whose rows and columns are both told by the alignment of words.</summary>
internal static class AlignedTableBuilder
{
    // Coloured areas taller than this are panels, not rows of a table, in points.
    private const double TallestStripe = 60;

    /// <summary>Builds the table; null where no column boundary is left.</summary>
    public static Table? Build(PageContent page, List<List<Segment>> rows, GutterSet gutters)
    {
        gutters.Refine(rows, Math.Max(2, rows.Count / 2));
        if (gutters.Count == 0)
        {
            return null;
        }

        List<double> separators = Separators(rows, gutters.Middles[0], StripeMerger.Merge(page.Fills));
        GridDraft grid = BandedGrid.Build(rows, separators, gutters.Middles);
        TextLine[] lines = [.. rows.Select(static row => new Segment(row[0].Line, row[0].Start, row[^1].End).ToLine())];
        ColumnMerger.MergeComplementary(grid, GridText.OwnersWithText(grid, lines));
        HeaderCellSplitter.Split(grid, lines);
        RowSplitter.Split(grid, lines);
        return GridText.ToTable(grid, page, lines, ruled: false);
    }

    /// <summary>A line without a label continues the row above it.</summary>
    private static List<double> Separators(List<List<Segment>> rows, double labelEnd, List<BoundingBox> stripes)
    {
        var separators = new List<double> { rows[0].Min(static s => s.Line.Box.Y0) - 1 };
        for (int i = 1; i < rows.Count; i++)
        {
            bool? sameStripe = InSameStripe(stripes, rows[i - 1][0], rows[i][0]);
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

    /// <summary>Whether two lines stand on one stripe; null where stripes do not tell.</summary>
    private static bool? InSameStripe(List<BoundingBox> stripes, Segment above, Segment below)
    {
        int first = StripeUnder(stripes, above);
        int second = StripeUnder(stripes, below);
        return first < 0 && second < 0 ? null : first == second;
    }

    private static int StripeUnder(List<BoundingBox> stripes, Segment segment)
    {
        double y = segment.Line.Box.CenterY;
        return stripes.FindIndex(stripe =>
            stripe.Height <= TallestStripe && stripe.Y0 <= y && y <= stripe.Y1 && stripe.X0 <= segment.X0 + 1 && stripe.X1 >= segment.X1 - 1);
    }
}
