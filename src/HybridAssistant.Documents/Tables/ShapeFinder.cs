namespace HybridAssistant.Documents.Tables;

/// <summary>Finds headings and layout of a table from its cells' looks, forms and usual words.</summary>
internal static class ShapeFinder
{
    // Fewer cells that read as units may be letters.
    private const int FewestUnits = 3;

    /// <summary>Finds the shape.</summary>
    public static TableShape Find(Table table)
    {
        var titles = new List<string>();
        int row = 0;
        while (row < table.RowCount - 1 && row < 2 && SoleCell(table, row) is { } title && title.ColumnSpan == table.ColumnCount && table.ColumnCount > 1)
        {
            titles.Add(title.Text);
            row++;
        }

        int first = HeaderRows.EndOf(table, row);
        if (first == row && titles.Count > 0)
        {
            // No headings below: the spanning rows head groups of rows and are met again in the body.
            titles.Clear();
            first = row = 0;
        }

        Heading[] headings = Headings(table, row, first);
        ColumnRole[] roles = [.. headings.Select((heading, c) => heading.Name.Length == 0 && HoldsUnits(table, c, first) ? ColumnRole.Unit : HeaderWords.RoleOf(heading.Name))];
        int labels = LabelColumns(table, row, first, roles);
        int key = first > row ? KeyColumnFinder.Find(table, first, headings, roles) : -1;
        TableLayout layout = Layout(table, row, first, labels, headings, roles, ref key);
        return new TableShape
        {
            FirstBodyRow = first,
            LabelColumns = labels,
            Headings = headings,
            Roles = roles,
            Titles = titles,
            Layout = layout,
            KeyColumn = layout == TableLayout.Records ? key : -1,
        };
    }

    /// <summary>The only cell of a row that holds text; null where there are more or none.</summary>
    public static Cell? SoleCell(Table table, int row)
    {
        Cell? sole = null;
        for (int c = 0; c < table.ColumnCount; c++)
        {
            Cell? cell = table.At(row, c);
            if (cell is null || cell.IsEmpty || cell == sole)
            {
                continue;
            }

            if (sole is not null)
            {
                return null;
            }

            sole = cell;
        }

        return sole;
    }

    private static Heading[] Headings(Table table, int row, int first)
    {
        var headings = new Heading[table.ColumnCount];
        for (int c = 0; c < table.ColumnCount; c++)
        {
            string text = "";
            string unit = "";
            string condition = "";
            Cell? last = null;
            for (int r = row; r < first; r++)
            {
                Cell? cell = r + 1 < first && GroupHeading.Over(table, r, c) is { } over ? over : table.At(r, c);
                if (cell is null || cell == last || cell.IsEmpty)
                {
                    continue;
                }

                last = cell;
                if (cell.ColumnSpan > 1 && r + 1 < first && ValueShape.StartsAsQuantity(cell.Text))
                {
                    condition = cell.Text;
                    continue;
                }

                Heading part = Heading.Of(cell.Text);
                if (text.Length > 0 && unit.Length == 0 && HeaderWords.RoleOf(cell.Text) == ColumnRole.None
                    && Core.Quantities.UnitTable.Default.Find(cell.Text.Trim('(', ')', '[', ']')) is not null)
                {
                    unit = cell.Text.Trim('(', ')', '[', ']');
                    continue;
                }

                unit = part.Unit.Length > 0 ? part.Unit : unit;
                text = text.Length == 0 ? part.Name : text + " " + part.Name;
            }

            headings[c] = new Heading(text, unit) { Condition = text.Length > 0 ? condition : "" };
        }

        return headings;
    }

    /// <summary>A column of units without a heading.</summary>
    private static bool HoldsUnits(Table table, int column, int first)
    {
        int units = 0, filled = 0;
        for (int r = first; column > 0 && r < table.RowCount; r++)
        {
            if (table.At(r, column) is { IsEmpty: false, ColumnSpan: 1 } cell && cell.Row == r)
            {
                filled++;
                units += Core.Quantities.UnitTable.Default.Find(cell.Text) is not null ? 1 : 0;
            }
        }

        return filled >= FewestUnits && units * 10 >= filled * 8;
    }

    private static int LabelColumns(Table table, int row, int first, ColumnRole[] roles)
    {
        int labels = 1;
        if (first > row && table.At(row, 0) is { } corner)
        {
            labels = Math.Max(1, corner.ColumnSpan);
        }

        // A column of group names before the labels has no heading of its own.
        while (labels < table.ColumnCount - 1 && roles[labels] == ColumnRole.Label)
        {
            labels++;
        }

        return Math.Min(labels, Math.Max(1, table.ColumnCount - 1));
    }

    private static TableLayout Layout(Table table, int row, int first, int labels, Heading[] headings, ColumnRole[] roles, ref int key)
    {
        if (first == row)
        {
            return TableLayout.KeyValue;
        }

        int codes = 0, named = 0, columns = 0;
        for (int c = labels; c < table.ColumnCount; c++)
        {
            columns += headings[c].Name.Length > 0 ? 1 : 0;
            codes += ValueShape.IsCode(headings[c].Name) ? 1 : 0;
            named += roles[c] is ColumnRole.Min or ColumnRole.Typ or ColumnRole.Max or ColumnRole.Value or ColumnRole.Nom ? 1 : 0;
        }

        if (named > 0)
        {
            return key > 0 || (key == 0 && named == 0) ? TableLayout.Records : TableLayout.Properties;
        }

        if (codes > 0 && codes * 2 >= columns - UnitColumns(roles, labels))
        {
            return TableLayout.ProductColumns;
        }

        // "Model | Small | Large": headings that are no codes name products where each row has a kind of its own.
        if (roles[0] is ColumnRole.Key or ColumnRole.Label or ColumnRole.None && key < 0 && table.ColumnCount > 2
            && table.RowCount - first >= 2 && HasRowLabels(table, first) && KindProfile.RowsAreUniform(table, first, labels))
        {
            return TableLayout.ProductColumns;
        }

        return roles[0] == ColumnRole.Label && table.ColumnCount == 2 ? TableLayout.Properties : TableLayout.Records;
    }

    private static int UnitColumns(ColumnRole[] roles, int labels) =>
        roles.Skip(labels).Count(static r => r is ColumnRole.Unit or ColumnRole.Symbol or ColumnRole.Condition or ColumnRole.Note);

    private static bool HasRowLabels(Table table, int first)
    {
        int labelled = 0, rows = 0;
        for (int r = first; r < table.RowCount; r++)
        {
            if (table.At(r, 0) is { IsEmpty: false } cell && cell.Row == r)
            {
                rows++;
                labelled += !ValueShape.StartsAsQuantity(cell.Text) && !ValueShape.IsCode(cell.Text) ? 1 : 0;
            }
        }

        return rows > 0 && labelled * 10 >= rows * 8;
    }
}
