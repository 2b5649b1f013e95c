using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>
/// A row whose label is a group name with its own rows below it ("Temperature range / Operating / Nonoperating") and whose
/// values stand beside those: as many rows, each with the group name before its label.
/// </summary>
internal static class SubRowSplitter
{
    /// <summary>The parts of a row, or nothing where the row is a single one.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<Cell> Values)> Split(Table table, int row, int labelColumns)
    {
        if (table.At(row, labelColumns - 1) is not { } label || label.Lines.Count < 2 || label.RowSpan > 1)
        {
            return [];
        }

        List<TextLine> subLabels = [.. label.Lines.Skip(1)];
        if (subLabels.Exists(line => line.Box.X0 < label.Lines[0].Box.X0 + 2))
        {
            return [];
        }

        var parts = subLabels.ConvertAll(static line => (Label: LineText.Of(line), Values: new List<Cell>()));
        for (int c = labelColumns; c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is not { IsEmpty: false } cell || cell.Column != c)
            {
                continue;
            }

            int last = -1;
            foreach (IGrouping<int, TextLine> lines in cell.Lines.GroupBy(line => last = IndexBeside(subLabels, line, last)))
            {
                if (lines.Key < 0)
                {
                    return [];
                }

                TextLine[] own = [.. lines];
                BoundingBox box = own.Select(static l => l.Box).Aggregate(static (a, b) => a.Union(b));
                parts[lines.Key].Values.Add(new Cell(row, c, 1, 1, box with { X1 = cell.Box.X1 }, own));
            }
        }

        string group = LineText.Of(label.Lines[0]);
        return parts.Exists(static part => part.Values.Count > 0)
            ? [.. parts.Where(static part => part.Values.Count > 0).Select(part => ($"{group} {part.Label}", (IReadOnlyList<Cell>)part.Values))]
            : [];
    }

    /// <summary>The sub-label on a line's baseline; a line beside none continues the one above.</summary>
    private static int IndexBeside(List<TextLine> subLabels, TextLine line, int last)
    {
        int index = subLabels.FindIndex(label => Math.Abs(label.Baseline - line.Baseline) < 0.4 * line.FontSize);
        return index >= 0 ? index : last;
    }
}
