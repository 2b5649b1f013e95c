using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Builds the smallest stacked table: one heading over one value, in two boxes one above the other.</summary>
internal static class StackedBox
{
    // Taller boxes hold text rather than a heading and a value, in points.
    private const double Tallest = 60;

    /// <summary>Builds the table; null where the boxes hold something else.</summary>
    public static Table? Build(PageContent page, RuleGroup group, IReadOnlyList<TextLine> inside)
    {
        List<double> ys = [];
        foreach (Rule rule in group.Rules.Where(static r => r.Horizontal).OrderBy(static r => r.Position))
        {
            if (ys.Count == 0 || rule.Position - ys[^1] > 4)
            {
                ys.Add(rule.Position);
            }
        }

        bool closed = group.Rules.Exists(static r => !r.Horizontal);
        if (!closed || ys.Count != 3 || group.Box.Height > Tallest || inside.Count > 4
            || inside.Any(static line => LineSplitter.Split(line).Count > 1))
        {
            return null;
        }

        var grid = new GridDraft([group.Box.X0, group.Box.X1], ys);
        Table? table = GridText.ToTable(grid, page, inside, ruled: true);
        return table is { RowCount: 2 } && table.At(0, 0) is { } head && table.At(1, 0) is { } value
            && (head.Fill != value.Fill || (head.IsBold && !value.IsBold))
            ? table
            : null;
    }
}
