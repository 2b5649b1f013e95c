using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads the facts of one table whose shape is known: follows its groups of rows and hands each row to its reader.</summary>
internal sealed class TableFactReader
{
    private readonly Table _table;
    private readonly TableShape _shape;
    private readonly TableFactSink _sink;
    private readonly LabelledRowReader _labelled;
    private readonly RecordReader _records;
    private readonly bool _boldLabels;
    private readonly string _outer;
    private string _section;
    private string _group = "";
    private double _groupX;

    public TableFactReader(Table table, TableShape shape, string section, Heading topic, FootnoteIndex footnotes)
    {
        _table = table;
        _shape = shape;
        _sink = new TableFactSink(table);
        _labelled = new LabelledRowReader(table, shape, topic, footnotes, _sink);
        _records = new RecordReader(table, shape, topic, footnotes, _sink);
        _outer = _section = shape.Titles.Aggregate(section, SectionPath.Join);
        _boldLabels = table.Cells.Count(static c => c.Column == 0 && c.ColumnSpan == 1 && !c.IsEmpty && c.IsBold) * 2 > table.RowCount;
    }

    /// <summary>The products of the facts read.</summary>
    public IReadOnlyList<string> Models => [.. _sink.Facts.Select(static f => f.Product).Where(static p => p.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads all facts, row by row.</summary>
    public List<FactDraft> Read()
    {
        for (int r = _shape.FirstBodyRow; r < _table.RowCount; r++)
        {
            if (ShapeFinder.SoleCell(_table, r) is { } sole && sole.Row == r && IsGroupRow(sole, r))
            {
                StartGroup(sole);
                continue;
            }

            EndGroup(r);
            if (_shape.Layout == TableLayout.Records)
            {
                _records.Read(r, _section, _group);
            }
            else
            {
                _labelled.Read(r, _section, _group);
            }
        }

        return _sink.Facts;
    }

    private bool IsGroupRow(Cell sole, int row)
    {
        if (sole.ColumnSpan >= _table.ColumnCount && _table.ColumnCount > 1)
        {
            return !sole.Text.Contains(": ", StringComparison.Ordinal) || sole.IsBold;
        }

        return sole.Column == 0 && row < _table.RowCount - 1;
    }

    private void StartGroup(Cell sole)
    {
        string text = LabelText.Clean(sole.Text);
        if (sole.ColumnSpan >= _table.ColumnCount || (sole.IsBold && !_boldLabels) || sole.Fill != ColorValue.White)
        {
            _section = SectionPath.Join(_outer, text);
            _group = "";
            _labelled.StartGroup(Heading.Of(text));
        }
        else
        {
            _group = text;
            _groupX = sole.TextBox.X0;
            _labelled.StartGroup(new Heading("", ""));
        }
    }

    /// <summary>A group that only a label names ends with the first label that is not set in below it.</summary>
    private void EndGroup(int row)
    {
        if (_group.Length > 0 && _table.At(row, 0) is { IsEmpty: false } first && first.TextBox.X0 < _groupX + 2)
        {
            _group = "";
        }
    }
}
