using System.Collections.Immutable;

namespace HybridAssistant.Documents.Codes;

/// <summary>A table of positions of an ordering code: what each position is called, its codes, their meanings.</summary>
/// <param name="Page">Page, counted from 1.</param>
/// <param name="Rows">The entries in order; the position's name is repeated on each of its rows.</param>
internal sealed record OrderingTable(int Page, ImmutableArray<OrderingTableRow> Rows)
{
    private static readonly string[] PositionHeadings = ["position", "pos", "part", "digit", "field", "feature", "option", "block", "characteristic", "merkmal", "stelle"];
    private static readonly string[] CodeHeadings = ["code", "codes", "option code", "order code", "suffix", "letter", "key", "kennung", "schlüssel"];
    private static readonly string[] MeaningHeadings = ["meaning", "description", "designation", "function", "explanation", "version", "bedeutung", "beschreibung"];

    /// <summary>Recognises a table by its header row; null where it is another kind of table.</summary>
    /// <param name="page">Page, counted from 1.</param>
    /// <param name="rows">Cell texts, a merged cell repeated in each place it covers; the first row is the header.</param>
    public static OrderingTable? TryRead(int page, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 3)
        {
            return null;
        }

        int position = ColumnOf(rows[0], PositionHeadings);
        int code = ColumnOf(rows[0], CodeHeadings);
        int meaning = ColumnOf(rows[0], MeaningHeadings);
        if (code < 0 || meaning < 0 || code == position || position == meaning)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<OrderingTableRow>();
        string name = "";
        foreach (IReadOnlyList<string> row in rows.Skip(1))
        {
            name = position >= 0 && position < row.Count && row[position].Trim() is { Length: > 0 } own ? own : name;
            if (code < row.Count && row[code].Trim() is { Length: > 0 } codes)
            {
                entries.Add(new OrderingTableRow(name, codes, meaning < row.Count ? row[meaning].Trim() : ""));
            }
        }

        return entries.Count >= 2 ? new OrderingTable(page, entries.ToImmutable()) : null;
    }

    private static int ColumnOf(IReadOnlyList<string> header, string[] headings)
    {
        for (int i = 0; i < header.Count; i++)
        {
            string heading = header[i].Trim().TrimEnd('.', ':');
            if (headings.Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
