namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Joins neighbouring columns that only the edges of some cells' shading tell apart: nearly all rows have one cell across
/// both, and no row prints something in each.
/// </summary>
internal static class ColumnMerger
{
    // Share of the rows that must have one cell across both columns.
    private const double Shared = 0.8;

    /// <summary>Joins such columns.</summary>
    public static void Merge(GridDraft grid, HashSet<int> ownersWithText)
    {
        for (int c = grid.Columns - 2; c >= 0; c--)
        {
            if (IsOneColumn(grid, c, ownersWithText))
            {
                grid.RemoveBoundary(c + 1, ownersWithText);
            }
        }
    }

    private static bool IsOneColumn(GridDraft grid, int column, HashSet<int> ownersWithText)
    {
        int shared = 0;
        for (int r = 0; r < grid.Rows; r++)
        {
            int left = grid.Owners[r, column];
            int right = grid.Owners[r, column + 1];
            if (left == right)
            {
                shared++;
            }
            else if (ownersWithText.Contains(left) && ownersWithText.Contains(right))
            {
                return false;
            }
        }

        return grid.Rows >= 3 && shared >= Shared * grid.Rows;
    }
}
