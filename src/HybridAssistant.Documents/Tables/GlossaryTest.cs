namespace HybridAssistant.Documents.Tables;

/// <summary>Tells tables of explanations from tables of values: most of their cells are whole sentences.</summary>
internal static class GlossaryTest
{
    private const int FewestWords = 6;

    /// <summary>Whether a table explains terms rather than states values.</summary>
    public static bool IsGlossary(Table table, TableShape shape)
    {
        if (shape.Layout is not (TableLayout.KeyValue or TableLayout.Properties))
        {
            return false;
        }

        int sentences = 0, cells = 0;
        foreach (Cell cell in table.Cells)
        {
            if (cell.IsEmpty || cell.Column < shape.LabelColumns || cell.Row < shape.FirstBodyRow)
            {
                continue;
            }

            cells++;
            sentences += cell.Text.EndsWith('.') && cell.Text.AsSpan().Count(' ') >= FewestWords && char.IsLetter(cell.Text[0]) ? 1 : 0;
        }

        return cells >= 3 && sentences * 2 > cells;
    }
}
