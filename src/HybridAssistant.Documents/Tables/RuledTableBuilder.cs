using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Builds a table whose columns are drawn.</summary>
internal static class RuledTableBuilder
{
    // Charts are grids too, but hardly any of their cells holds text.
    private const double FewestFilled = 0.2;

    /// <summary>Builds the table; null where the group is a frame, a chart or has no column lines.</summary>
    public static Table? Build(PageContent page, RuleGroup group, IReadOnlyList<TextLine> inside)
    {
        if (!HasInnerVertical(group))
        {
            return StackedBox.Build(page, group, inside);
        }

        if (RuledGrid.Build(group) is not { } grid)
        {
            return null;
        }

        ColumnMerger.Merge(grid, GridText.OwnersWithText(grid, inside));
        WideCellSplitter.Split(grid, group, inside);
        HeaderCellSplitter.Split(grid, inside);
        RowSplitter.Split(grid, inside);
        Table? table = GridText.ToTable(grid, page, inside, ruled: true);
        return table is not null && IsTable(table, group) ? table : null;
    }

    private static bool HasInnerVertical(RuleGroup group) => group.Rules.Exists(rule =>
        !rule.Horizontal && rule.Position > group.Box.X0 + 5 && rule.Position < group.Box.X1 - 5);

    private static bool IsTable(Table table, RuleGroup group)
    {
        if (table.ColumnCount < 2 && table.RowCount < 2)
        {
            return false;
        }

        // A single painted row heads rows below it that are not painted: all of them are found by alignment.
        if (table.RowCount == 1 && !group.HasDrawn)
        {
            return false;
        }

        int filled = table.Cells.Count(static cell => !cell.IsEmpty);
        return filled >= 2 && filled >= FewestFilled * table.Cells.Count;
    }
}
