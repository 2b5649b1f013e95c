namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Joins neighbouring columns that only the edges of some cells' shading tell apart: nearly all rows have one cell across
/// both, and no row prints something in each.
/// </summary>
internal static class ColumnMerger
{
    // Share of the rows that must have one cell across both columns.
    private const double Shared = 0.8;

    private const int HeaderRows = 3;

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

    /// <summary>
    /// Joins a column that only headings fill with its neighbour that only the body fills: a heading that is centred over
    /// numbers set flush right stands beside them.
    /// </summary>
    public static void MergeComplementary(GridDraft grid, HashSet<int> ownersWithText)
    {
        for (int c = grid.Columns - 2; c >= 0; c--)
        {
            int left = 0, right = 0, both = 0, leftBody = 0, rightBody = 0, shared = 0;
            for (int r = 0; r < grid.Rows; r++)
            {
                bool l = IsFilled(grid, r, c, ownersWithText);
                bool g = IsFilled(grid, r, c + 1, ownersWithText);
                left += l ? 1 : 0;
                right += g ? 1 : 0;
                both += l && g ? 1 : 0;
                shared += grid.Owners[r, c] == grid.Owners[r, c + 1] && ownersWithText.Contains(grid.Owners[r, c]) ? 1 : 0;
                leftBody += l && r >= HeaderRows ? 1 : 0;
                rightBody += g && r >= HeaderRows ? 1 : 0;
            }

            bool headOnly = (leftBody == 0 && left > 0) || (rightBody == 0 && right > 0) || (shared > 0 && (left == 0 || right == 0));
            if (grid.Columns > 2 && grid.Rows > HeaderRows + 1 && both == 0 && headOnly)
            {
                grid.RemoveBoundary(c + 1, ownersWithText);
            }
        }
    }

    private static bool IsFilled(GridDraft grid, int row, int column, HashSet<int> ownersWithText)
    {
        int owner = grid.Owners[row, column];
        bool merged = (column > 0 && grid.Owners[row, column - 1] == owner) || (column + 1 < grid.Columns && grid.Owners[row, column + 1] == owner);
        return !merged && ownersWithText.Contains(owner);
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
