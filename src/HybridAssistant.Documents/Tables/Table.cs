using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Tables;

/// <summary>A table as rows and columns of cells; every place belongs to exactly one cell.</summary>
internal sealed class Table
{
    private readonly Cell?[,] _places;
    private readonly BoundingBox? _frame;

    public Table(int page, int rows, int columns, IReadOnlyList<Cell> cells, BoundingBox box, bool ruled)
    {
        Page = page;
        RowCount = rows;
        ColumnCount = columns;
        Cells = cells;
        Box = box;
        IsRuled = ruled;
        _places = new Cell?[rows, columns];
        foreach (Cell cell in cells)
        {
            for (int r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    _places[r, c] = cell;
                }
            }
        }
    }

    /// <summary>Page, counted from 1.</summary>
    public int Page { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The cells in reading order.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The area of the table.</summary>
    public BoundingBox Box { get; }

    /// <summary>The area of the frame that it shares with tables beside it; its own where it stands alone.</summary>
    public BoundingBox Frame { get => _frame ?? Box; init => _frame = value; }

    /// <summary>Whether its columns were found by ruling lines; otherwise by the alignment of words.</summary>
    public bool IsRuled { get; }

    /// <summary>The cell at a place; null where the place has no cell.</summary>
    public Cell? At(int row, int column) => _places[row, column];
}
