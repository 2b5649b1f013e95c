using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Rows for people: a drawn table on a terminal, aligned plain lines in a pipe.</summary>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of as many cells as there are headers.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != headers.Length)
        {
            throw new ArgumentException($"The row has {cells.Length} cells; the table has {headers.Length} columns.", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>Writes the table.</summary>
    public void Write(IAnsiConsole console)
    {
        if (console.Profile.Out.IsTerminal)
        {
            var table = new Table { Border = TableBorder.Simple };
            foreach (string header in headers)
            {
                table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))));
            }

            foreach (string[] row in _rows)
            {
                table.AddRow(row.Select(cell => new Text(cell)));
            }

            console.Write(table);
            return;
        }

        int[] widths = [.. headers.Select((header, i) => _rows.Select(row => row[i].Length).Append(header.Length).Max())];
        foreach (string[] row in _rows.Prepend(headers))
        {
            string line = string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();
            console.Profile.Out.Writer.WriteLine(line);
        }
    }
}
