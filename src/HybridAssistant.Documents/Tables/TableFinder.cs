using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Takes a page apart: first the tables that lines enclose, then those that words align, then text.</summary>
internal static class TableFinder
{
    /// <summary>Finds the tables of a page and the text around them.</summary>
    public static PageLayout Find(PageContent page, IReadOnlyList<TextLine> lines)
    {
        var tables = new List<Table>();
        List<RuleGroup> groups = RuleGrouper.Group(page);
        groups.Sort(static (a, b) => (a.Box.Width * a.Box.Height).CompareTo(b.Box.Width * b.Box.Height));

        IReadOnlyList<TextLine> rest = lines;
        foreach (RuleGroup group in groups)
        {
            IReadOnlyList<TextLine> inside = LineClip.Inside(rest, group.Box);
            if (inside.Count == 0)
            {
                continue;
            }

            Table? table = RuledTableBuilder.Build(page, group, inside) ?? BandedTableBuilder.Build(page, group, rest);
            if (table is not null)
            {
                tables.AddRange(DoubleTable.Split(table));
                rest = LineClip.Without(rest, table);
            }
        }

        var texts = new List<IReadOnlyList<TextLine>>();
        foreach (List<List<Segment>> column in TextColumns.Split(SplitAll(rest)))
        {
            AddColumn(page, column, tables, texts);
        }

        tables.Sort(static (a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        return new PageLayout(page, tables, texts);
    }

    private static List<List<Segment>> SplitAll(IReadOnlyList<TextLine> lines)
    {
        var rows = new List<List<Segment>>(lines.Count);
        foreach (TextLine line in lines)
        {
            rows.Add(LineSplitter.Split(line));
        }

        return rows;
    }

    private static void AddColumn(PageContent page, List<List<Segment>> column, List<Table> tables, List<IReadOnlyList<TextLine>> texts)
    {
        var text = new List<TextLine>();
        int next = 0;
        foreach ((int start, int end, GutterSet gutters) in AlignedTableFinder.Find(column))
        {
            Table? table = AlignedTableBuilder.Build(page, column.GetRange(start, end - start), gutters);
            if (table is null)
            {
                continue;
            }

            AddText(column, next, start, text);
            tables.AddRange(DoubleTable.Split(table));
            text.AddRange(LineClip.Without(Lines(column.GetRange(start, end - start)), table));
            next = end;
        }

        AddText(column, next, column.Count, text);
        if (text.Count > 0)
        {
            texts.Add(text);
        }
    }

    private static void AddText(List<List<Segment>> column, int start, int end, List<TextLine> text)
    {
        text.AddRange(Lines(column.GetRange(start, end - start)));
    }

    private static List<TextLine> Lines(List<List<Segment>> rows) => [.. rows.SelectMany(static row => row).Select(static segment => segment.ToLine())];
}
