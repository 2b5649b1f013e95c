using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads rows that are records: the headings name attributes, one column names the product or gives a condition.</summary>
internal sealed class RecordReader
{
    // Longer texts in a column of product names are remarks.
    private const int MostProductSpaces = 5;

    // Fewer values of one kind beside each other may be different attributes.
    private const int FewestInSeries = 4;

    private readonly Table _table;
    private readonly TableShape _shape;
    private readonly FootnoteIndex _footnotes;
    private readonly TableFactSink _sink;
    private readonly Heading _topic;
    private readonly string _commonUnit;
    private readonly int _labelColumn;
    private readonly int _qualifierColumn;
    private string _lastProduct = "";
    private string _remark = "";

    public RecordReader(Table table, TableShape shape, Heading topic, FootnoteIndex footnotes, TableFactSink sink)
    {
        _table = table;
        _shape = shape;
        _topic = topic;
        _commonUnit = Array.Exists(shape.Headings.Skip(1).ToArray(), static heading => heading.Unit.Length > 0) ? "" : topic.Unit;
        _footnotes = footnotes;
        _sink = sink;
        int label = Array.IndexOf(shape.Roles, ColumnRole.Label);
        _labelColumn = IsSingleSeries(table, shape) ? 0 : label == shape.KeyColumn ? -1 : label;
        _qualifierColumn = RecordKeys.QualifierColumn(table, shape.KeyColumn < 0 ? shape with { KeyColumn = _labelColumn } : shape);
    }

    /// <summary>"Target | Brass | Copper" over "Factor | 0.45 | 0.30": one attribute, given for each of the headings.</summary>
    private static bool IsSingleSeries(Table table, TableShape shape)
    {
        int row = shape.FirstBodyRow;
        if (shape.KeyColumn >= 0 || shape.Roles.Contains(ColumnRole.Label) || table.RowCount - row != 1 || table.ColumnCount < FewestInSeries || shape.Headings[0].Name.Length == 0
            || table.At(row, 0) is not { IsEmpty: false } label || ValueShape.StartsAsQuantity(label.Text) || ValueShape.IsCode(label.Text))
        {
            return false;
        }

        var units = new HashSet<string>(StringComparer.Ordinal);
        for (int c = 1; c < table.ColumnCount; c++)
        {
            if (table.At(row, c) is not { IsEmpty: false } cell || !ValueShape.StartsAsQuantity(cell.Text) || shape.Headings[c].Unit.Length > 0)
            {
                return false;
            }

            units.Add(StatementReader.Read(cell.Text) is [{ } statement, ..] ? statement.Unit : "");
        }

        return units.Count == 1;
    }

    /// <summary>Reads one row under its section and group.</summary>
    public void Read(int row, string section, string group)
    {
        if (!TryReadKey(row, section, out string product))
        {
            return;
        }

        string label = _labelColumn >= 0 && _table.At(row, _labelColumn) is { IsEmpty: false } named ? LabelText.Clean(named.Text) : "";
        (string given, int givenColumn) = GivenOf(row, label);
        (string rowUnit, int unitSpan) = UnitOf(row);
        for (int c = 0; c < _table.ColumnCount; c++)
        {
            if (c == _shape.KeyColumn || c == givenColumn || c == _labelColumn || _shape.Roles[c] is ColumnRole.Image or ColumnRole.Unit
                || _table.At(row, c) is not { IsEmpty: false } cell || cell.Column != c || !_sink.Claim(cell, product))
            {
                continue;
            }

            Heading heading = _shape.Headings[c];
            string unit = label.Length == 0 && ValueShape.StartsAsQuantity(heading.Name) ? _topic.Unit : heading.Unit.Length > 0 ? heading.Unit : cell.RowSpan <= unitSpan ? rowUnit : _commonUnit;
            string condition = Words.Join(c == _qualifierColumn || HoldsForAll(cell) ? "" : given, heading.Condition, _footnotes.TextFor(MarksOfHeading(c)));
            FactAddress address = AddressOf(product, section, label, heading.Name.Length > 0 ? heading.Name : group, condition);
            foreach ((Statement statement, IReadOnlyList<TextLine> lines) in CellStatements.Read(cell))
            {
                _sink.Add(cell, lines, address, statement, unit);
            }
        }
    }

    /// <summary>Whether a cell spans the rows that the qualifier tells apart.</summary>
    private bool HoldsForAll(Cell cell) =>
        _qualifierColumn >= 0 && cell.RowSpan > 1 && _table.At(cell.Row, _qualifierColumn) is { } qualifying && qualifying.RowSpan < cell.RowSpan;

    private FactAddress AddressOf(string product, string section, string label, string heading, string condition)
    {
        if (label.Length > 0)
        {
            return new FactAddress(product, section, label, Words.Join(heading, condition));
        }

        // "80 °C" over a column is a condition; what is stated there is named above the table.
        return ValueShape.StartsAsQuantity(heading)
            ? new FactAddress(product, section, _topic.Name, Words.Join(condition, heading))
            : new FactAddress(product, section, heading, condition);
    }

    /// <summary>Reads the row's product; false where the row is a remark across the table.</summary>
    private bool TryReadKey(int row, string section, out string product)
    {
        // A row without a product of its own goes on with the one above.
        product = _shape.KeyColumn >= 0 ? _lastProduct : "";
        if (_shape.KeyColumn < 0 || _table.At(row, _shape.KeyColumn) is not { IsEmpty: false } key)
        {
            return true;
        }

        if (key.Text.AsSpan().Count(' ') > MostProductSpaces || key.Text.Contains(": ", StringComparison.Ordinal))
        {
            return false;
        }

        if (Words.Count(key.Text) > 1 && !KeyColumnFinder.IsName(key.Text))
        {
            // "Coding set, 20 pieces" among order codes: a thing without a name of its own.
            product = _lastProduct = "";
            _remark = LabelText.Clean(key.Text);
            return true;
        }

        _remark = "";
        product = _lastProduct = key.Text;
        if (_sink.Claim(key, ""))
        {
            var address = new FactAddress(product, section, _shape.Headings[_shape.KeyColumn].Name, "");
            _sink.Add(key, key.Lines, address, new Statement("", key.Text, "", ""), "");
        }

        return true;
    }

    /// <summary>What the row gives rather than states: the qualifier of a repeated product, or the first column's value.</summary>
    private (string Given, int Column) GivenOf(int row, string label)
    {
        if (_qualifierColumn >= 0)
        {
            return (_table.At(row, _qualifierColumn) is { IsEmpty: false } qualifying ? Words.Join(ConditionLabel.Is(qualifying.Text) || qualifying.Text.All(char.IsAsciiDigit) ? _shape.Headings[_qualifierColumn].Name : "", qualifying.Text) : "", -1);
        }

        if (_shape.KeyColumn >= 0 || label.Length > 0)
        {
            return (_remark, -1);
        }

        int rows = _table.RowCount - _shape.FirstBodyRow;
        for (int c = 0; c < _table.ColumnCount - 1; c++)
        {
            if (_table.At(row, c) is not { IsEmpty: false } cell || (cell.RowSpan >= rows && rows > 1))
            {
                continue;
            }

            if (_shape.Roles[c] != ColumnRole.Given && rows == 1)
            {
                return ("", -1);
            }

            Heading heading = _shape.Headings[c];
            bool hasUnit = heading.Unit.Length == 0 || cell.Text.EndsWith(heading.Unit, StringComparison.Ordinal);
            return (Words.Join(heading.Name, hasUnit ? cell.Text : cell.Text + " " + heading.Unit), c);
        }

        return ("", -1);
    }

    private (string Unit, int Span) UnitOf(int row)
    {
        int c = Array.IndexOf(_shape.Roles, ColumnRole.Unit);
        return c >= 0 && _table.At(row, c) is { IsEmpty: false } cell ? (cell.Text, cell.RowSpan) : ("", 0);
    }

    private IEnumerable<string> MarksOfHeading(int column)
    {
        for (int r = 0; r < _shape.FirstBodyRow; r++)
        {
            if (_table.At(r, column) is { } cell && cell.ColumnSpan < _table.ColumnCount)
            {
                foreach (string mark in FootnoteIndex.MarksOf(cell))
                {
                    yield return mark;
                }
            }
        }
    }
}
