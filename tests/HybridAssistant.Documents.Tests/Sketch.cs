using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Tests;

/// <summary>Builds pages in code: phrases at places, ruling lines, coloured areas. Letters are half an em wide.</summary>
internal sealed class Sketch
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Rule> _rules = [];
    private readonly List<Fill> _fills = [];

    public Sketch Text(double x, double baseline, string text, double size = 10, bool bold = false)
    {
        foreach (char c in text)
        {
            _glyphs.Add(new Glyph(c.ToString(), x, x + (0.5 * size), baseline, size, bold, 0));
            x += 0.5 * size;
        }

        return this;
    }

    /// <summary>A row of phrases, each at its own x.</summary>
    public Sketch Row(double baseline, params (double X, string Text)[] phrases)
    {
        foreach ((double x, string text) in phrases)
        {
            Text(x, baseline, text);
        }

        return this;
    }

    public Sketch BoldRow(double baseline, params (double X, string Text)[] phrases)
    {
        foreach ((double x, string text) in phrases)
        {
            Text(x, baseline, text, bold: true);
        }

        return this;
    }

    public Sketch Across(double y, double x0, double x1)
    {
        _rules.Add(new Rule(true, y, x0, x1));
        return this;
    }

    public Sketch Down(double x, double y0, double y1)
    {
        _rules.Add(new Rule(false, x, y0, y1));
        return this;
    }

    /// <summary>A grid of lines at the given boundaries.</summary>
    public Sketch Grid(double[] xs, double[] ys)
    {
        foreach (double y in ys)
        {
            Across(y, xs[0], xs[^1]);
        }

        foreach (double x in xs)
        {
            Down(x, ys[0], ys[^1]);
        }

        return this;
    }

    public Sketch Shade(double x0, double y0, double x1, double y1, int color = 0xDDDDDD)
    {
        _fills.Add(new Fill(new BoundingBox(x0, y0, x1, y1), color));
        return this;
    }

    public PageContent Page(int number = 1) => new()
    {
        Number = number,
        Width = 600,
        Height = 800,
        Lines = ScriptJoiner.Join(LineBuilder.Build([.. _glyphs])),
        Rules = RuleMerger.Merge([.. _rules]),
        Fills = _fills,
    };

    public PageLayout Layout()
    {
        PageContent page = Page();
        return TableFinder.Find(page, page.Lines);
    }

    /// <summary>A table as text: cells apart by " | ", a merged cell's other places as "&lt;" and "^".</summary>
    public static string Print(Table table)
    {
        var rows = new List<string>();
        for (int r = 0; r < table.RowCount; r++)
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, table.ColumnCount).Select(c => Print(table.At(r, c), r, c))).TrimEnd());
        }

        return string.Join('\n', rows);
    }

    private static string Print(Cell? cell, int row, int column) =>
        cell is null ? "?" : cell.Row < row ? "^" : cell.Column < column ? "<" : string.Join(" / ", cell.Lines.Select(LineText.Of));
}
