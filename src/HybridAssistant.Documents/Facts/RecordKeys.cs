using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Finds what tells the records of one product apart.</summary>
internal static class RecordKeys
{
    /// <summary>Where one product has several records, the first column that differs among them; -1 where none is needed.</summary>
    public static int QualifierColumn(Table table, TableShape shape)
    {
        if (shape.KeyColumn < 0 || !HasRepeats(table, shape, [shape.KeyColumn]))
        {
            return -1;
        }

        for (int c = 0; c < table.ColumnCount; c++)
        {
            if (c != shape.KeyColumn && !HasRepeats(table, shape, [shape.KeyColumn, c]))
            {
                return c;
            }
        }

        return -1;
    }

    private static bool HasRepeats(Table table, TableShape shape, ReadOnlySpan<int> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int r = shape.FirstBodyRow; r < table.RowCount; r++)
        {
            string row = "";
            foreach (int c in columns)
            {
                Cell? cell = table.At(r, c);
                if (cell is { IsEmpty: true } && c != shape.KeyColumn && table.At(r, shape.KeyColumn) is { RowSpan: > 1 })
                {
                    // A further line of a merged record.
                    row = "";
                    break;
                }

                if (cell is null || cell.IsEmpty)
                {
                    return columns.Length > 1;
                }

                row += cell.Text + "\u001F";
            }

            if (row.Length > 0 && !seen.Add(row))
            {
                return true;
            }
        }

        return false;
    }
}
