using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Tables;

/// <summary>A grid while it is found: boundaries, and for each place the number of the cell that owns it.</summary>
internal sealed class GridDraft
{
    private int _nextOwner;

    public GridDraft(List<double> xs, List<double> ys)
    {
        Xs = xs;
        Ys = ys;
        Owners = new int[Rows, Columns];
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < Columns; c++)
            {
                Owners[r, c] = _nextOwner++;
            }
        }
    }

    /// <summary>Column boundaries, left to right; one more than there are columns.</summary>
    public List<double> Xs { get; }

    /// <summary>Row boundaries, top to bottom; one more than there are rows.</summary>
    public List<double> Ys { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Ys.Count - 1;

    /// <summary>Number of columns.</summary>
    public int Columns => Xs.Count - 1;

    /// <summary>Owner of each place; places of one cell share a number.</summary>
    public int[,] Owners { get; private set; }

    /// <summary>Merges the places of two cells.</summary>
    public void Merge(int owner, int other)
    {
        if (owner == other)
        {
            return;
        }

        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < Columns; c++)
            {
                if (Owners[r, c] == other)
                {
                    Owners[r, c] = owner;
                }
            }
        }
    }

    /// <summary>Gives the places of one row from one column to another an owner of their own.</summary>
    public void Detach(int row, int firstColumn, int endColumn)
    {
        int owner = _nextOwner++;
        for (int c = firstColumn; c < endColumn; c++)
        {
            Owners[row, c] = owner;
        }
    }

    /// <summary>Adds a column boundary; cells that it runs through stay whole.</summary>
    public void InsertColumn(double x)
    {
        int at = Xs.FindIndex(boundary => boundary > x);
        var owners = new int[Rows, Columns + 1];
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c <= Columns; c++)
            {
                owners[r, c] = Owners[r, c < at ? c : c - 1];
            }
        }

        Xs.Insert(at, x);
        Owners = owners;
    }

    /// <summary>Removes a column boundary; of two cells beside it, the one with text takes the place of both.</summary>
    public void RemoveBoundary(int boundary, HashSet<int> ownersWithText)
    {
        var owners = new int[Rows, Columns - 1];
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < Columns - 1; c++)
            {
                int owner = Owners[r, c < boundary ? c : c + 1];
                if (c == boundary - 1 && !ownersWithText.Contains(owner))
                {
                    owner = Owners[r, boundary];
                }

                owners[r, c] = owner;
            }
        }

        Xs.RemoveAt(boundary);
        Owners = owners;
    }

    /// <summary>Adds row boundaries inside one row; cells that they run through stay whole.</summary>
    public void InsertRows(int row, IReadOnlyList<double> ys)
    {
        var owners = new int[Rows + ys.Count, Columns];
        for (int r = 0; r < Rows + ys.Count; r++)
        {
            int from = r <= row ? r : Math.Max(row, r - ys.Count);
            for (int c = 0; c < Columns; c++)
            {
                owners[r, c] = Owners[from, c];
            }
        }

        Ys.InsertRange(row + 1, ys);
        Owners = owners;
    }

    /// <summary>Index of the column that holds an x; -1 outside.</summary>
    public int ColumnAt(double x) => IndexOf(Xs, x);

    /// <summary>Index of the row that holds a y; -1 outside.</summary>
    public int RowAt(double y) => IndexOf(Ys, y);

    private static int IndexOf(List<double> boundaries, double position)
    {
        int index = boundaries.BinarySearch(position);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && index < boundaries.Count - 1 ? index : -1;
    }

    /// <summary>The area of a range of places.</summary>
    public BoundingBox BoxOf(int row, int column, int endRow, int endColumn) =>
        new(Xs[column], Ys[row], Xs[endColumn], Ys[endRow]);
}
