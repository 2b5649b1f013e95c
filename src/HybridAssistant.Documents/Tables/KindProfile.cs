using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// Tells whether the cells along rows or along columns of a table are of one kind. Rows of one kind each hold one
/// attribute for several products; columns of one kind each hold one attribute of records.
/// </summary>
internal static class KindProfile
{
    /// <summary>Whether rows are more uniform than columns.</summary>
    public static bool RowsAreUniform(Table table, int firstRow, int firstColumn)
    {
        var kinds = new string?[table.RowCount, table.ColumnCount];
        for (int r = firstRow; r < table.RowCount; r++)
        {
            for (int c = firstColumn; c < table.ColumnCount; c++)
            {
                kinds[r, c] = table.At(r, c) is { IsEmpty: false } cell && (cell.Row == r || cell.RowSpan == 1) ? KindOf(cell.Text) : null;
            }
        }

        double rows = Uniformity(table.RowCount, table.ColumnCount, firstRow, firstColumn, (r, c) => kinds[r, c]);
        double columns = Uniformity(table.ColumnCount, table.RowCount, firstColumn, firstRow, (c, r) => kinds[r, c]);
        return rows > columns + 0.02;
    }

    private static double Uniformity(int outer, int inner, int firstOuter, int firstInner, Func<int, int, string?> kindAt)
    {
        double sum = 0;
        int counted = 0;
        for (int i = firstOuter; i < outer; i++)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            int filled = 0;
            for (int j = firstInner; j < inner; j++)
            {
                if (kindAt(i, j) is { } kind)
                {
                    counts[kind] = counts.GetValueOrDefault(kind) + 1;
                    filled++;
                }
            }

            if (filled > 1)
            {
                sum += (double)counts.Values.Max() / filled;
                counted++;
            }
        }

        return counted == 0 ? 0 : sum / counted;
    }

    private static string KindOf(string text)
    {
        if (!ValueShape.StartsAsQuantity(text))
        {
            return ValueShape.IsCode(text) ? "code" : text.Length <= 3 ? "mark" : "text";
        }

        var mentions = QuantityFinder.Default.FindQuantities(text);
        return mentions.IsEmpty ? "number" : mentions[0].Value.Kind;
    }
}
