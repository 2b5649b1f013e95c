using HybridAssistant.Core.Quantities;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Finds the rows of headings at the top of a table by their type, shading, words and what stands below them.</summary>
internal static class HeaderRows
{
    private const int MostRows = 4;

    /// <summary>Index of the first row that is no heading; the row itself where there is none.</summary>
    public static int EndOf(Table table, int row)
    {
        if (row >= table.RowCount - 1 || !LooksLikeHeader(table, row))
        {
            return row;
        }

        int end = row + 1;
        for (int c = 0; c < table.ColumnCount; c++)
        {
            Cell? cell = table.At(row, c);
            if (cell is not null && cell.RowSpan < table.RowCount - row)
            {
                end = Math.Max(end, Math.Min(cell.Row + cell.RowSpan, row + MostRows));
            }
        }

        while (end < table.RowCount - 1 && end - row < MostRows && ContinuesHeader(table, row, end))
        {
            end++;
        }

        return end;
    }

    private static bool LooksLikeHeader(Table table, int row)
    {
        int filled = 0, bold = 0, quantities = 0, usual = 0, painted = 0, codes = 0;
        Cell? last = null;
        for (int c = 0; c < table.ColumnCount; c++)
        {
            Cell? cell = table.At(row, c);
            if (cell is null || cell == last || cell.IsEmpty)
            {
                continue;
            }

            last = cell;
            filled++;
            bold += cell.IsBold ? 1 : 0;
            quantities += ValueShape.StartsAsQuantity(cell.Text) ? 1 : 0;
            codes += ValueShape.IsCode(cell.Text) ? 1 : 0;
            usual += HeaderWords.RoleOf(cell.Text) != ColumnRole.None ? 1 : 0;
            painted += cell.Fill != ColorValue.White && cell.Fill != FillBelow(table, cell) ? 1 : 0;
        }

        if (table.ColumnCount == 1)
        {
            return table.RowCount == 2;
        }

        if (filled < 2)
        {
            return false;
        }

        // "Ambient temperature | −25 to +70 °C", "Part number: | AB-12": a label with its value.
        if (filled == 2 && (quantities > 0 || (LooksLikeKeyValue(table) && !last!.Text.EndsWith(':'))) && bold < filled && painted < filled)
        {
            return false;
        }

        if (usual * 2 >= filled || (usual > 0 && (bold == filled || painted == filled)))
        {
            return true;
        }

        if (quantities * 2 > filled && codes * 2 < filled)
        {
            // "Size | 80 °C | 120 °C": quantities head columns where they are set apart from plain rows below.
            return bold == filled && filled > 2 && table.At(row, 0) is { IsEmpty: false } corner && !ValueShape.StartsAsQuantity(corner.Text)
                && HasPlainRowBelow(table, row);
        }

        bool standsOut = (bold == filled && HasPlainRowBelow(table, row)) || painted == filled;
        return (standsOut && !LooksLikeKeyValue(table)) || (quantities == 0 && table.ColumnCount > 2 && ColumnsTurnNumeric(table, row));
    }

    private static bool LooksLikeKeyValue(Table table) => table.ColumnCount == 2 && table.At(0, 0)?.Text.EndsWith(':') == true;

    private static int FillBelow(Table table, Cell cell)
    {
        int below = cell.Row + cell.RowSpan;
        return below < table.RowCount ? table.At(below, cell.Column)?.Fill ?? ColorValue.White : ColorValue.White;
    }

    private static bool HasPlainRowBelow(Table table, int row)
    {
        for (int r = row + 1; r < Math.Min(table.RowCount, row + MostRows + 1); r++)
        {
            if (!IsBoldRow(table, r))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoldRow(Table table, int row)
    {
        for (int c = 1; c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is { IsEmpty: false } cell && cell.Column > 0 && !cell.IsBold)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words over numbers in most columns: the words are headings.</summary>
    private static bool ColumnsTurnNumeric(Table table, int row)
    {
        int turning = 0;
        int columns = 0;
        for (int c = 1; c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is not { IsEmpty: false } || table.RowCount - row < 3)
            {
                continue;
            }

            if (!QuantityFinder.Default.FindQuantities(table.At(row, c)!.Text).IsEmpty)
            {
                return false;
            }

            columns++;
            int numeric = 0, filled = 0;
            for (int r = row + 1; r < table.RowCount; r++)
            {
                if (table.At(r, c) is { IsEmpty: false } cell)
                {
                    filled++;
                    numeric += ValueShape.StartsAsQuantity(cell.Text) ? 1 : 0;
                }
            }

            turning += filled > 0 && numeric * 10 >= filled * 8 ? 1 : 0;
        }

        return columns > 0 && turning * 2 > columns;
    }

    /// <summary>A second heading row: under a spanning heading, or of units only.</summary>
    private static bool ContinuesHeader(Table table, int row, int next)
    {
        if (ShapeFinder.SoleCell(table, next) is { } sole && (sole.Column == 0 || sole.ColumnSpan == table.ColumnCount))
        {
            // The name of the first group of rows.
            return false;
        }

        bool under = false;
        bool allWords = true;
        bool noValues = true;
        bool allUnits = true;
        for (int c = 0; c < table.ColumnCount; c++)
        {
            Cell? above = table.At(next - 1, c);
            Cell? cell = table.At(next, c);
            under |= above is { ColumnSpan: > 1, IsEmpty: false } && above.ColumnSpan < table.ColumnCount && cell is { ColumnSpan: 1, IsEmpty: false };
            if (cell is { IsEmpty: false } && cell.Row == next)
            {
                noValues &= !ValueShape.StartsAsQuantity(cell.Text) || ValueShape.IsCode(cell.Text);
                allWords &= !ValueShape.StartsAsQuantity(cell.Text) && (cell.IsBold || cell.Fill != ColorValue.White || !table.At(row, c)!.IsBold);
                allUnits &= cell.Text.Length <= 10 && UnitTable.Default.Find(cell.Text.Trim('(', ')', '[', ']')) is not null;
            }
        }

        bool boldAgain = IsWhollyBold(table, next) && next + 1 < table.RowCount && !IsWhollyBold(table, next + 1);
        return (under && (allWords || (noValues && IsMostlyNumeric(table, next + 1)))) || (allUnits && ShapeFinder.SoleCell(table, next) is null) || boldAgain;
    }

    private static bool IsMostlyNumeric(Table table, int row)
    {
        // The first group's name may stand between.
        while (row + 1 < table.RowCount && ShapeFinder.SoleCell(table, row) is not null)
        {
            row++;
        }

        int numeric = 0, filled = 0;
        for (int c = 1; row < table.RowCount && c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is { IsEmpty: false } cell)
            {
                filled++;
                numeric += ValueShape.StartsAsQuantity(cell.Text) ? 1 : 0;
            }
        }

        return filled > 0 && numeric * 10 >= filled * 7;
    }

    private static bool IsWhollyBold(Table table, int row)
    {
        int cells = 0;
        for (int c = 0; c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is { IsEmpty: false } cell)
            {
                if (!cell.IsBold)
                {
                    return false;
                }

                cells++;
            }
        }

        return cells > 1;
    }
}
