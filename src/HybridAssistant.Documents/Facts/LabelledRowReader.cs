using HybridAssistant.Core.Quantities;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads rows that begin with a label: key-value lists, min/typ/max tables, tables with a column for each product.</summary>
internal sealed class LabelledRowReader
{
    // A cell that spans this many rows before the labels names a group rather than a part of the label.
    private const int GroupRows = 3;

    private readonly Table _table;
    private readonly TableShape _shape;
    private readonly Heading _topic;
    private readonly FootnoteIndex _footnotes;
    private readonly TableFactSink _sink;
    private readonly bool _lastColumnHoldsUnits;
    private Heading _group = new("", "");
    private (string Label, Heading Heading) _lastLabel = ("", new Heading("", ""));

    public LabelledRowReader(Table table, TableShape shape, Heading topic, FootnoteIndex footnotes, TableFactSink sink)
    {
        _table = table;
        _shape = shape;
        _topic = topic;
        _footnotes = footnotes;
        _sink = sink;
        _lastColumnHoldsUnits = LastColumnHoldsUnits(table);
    }

    /// <summary>Forgets the label above: a new group of rows begins.</summary>
    /// <param name="group">The group's heading where it stands in a row of its own; else empty.</param>
    public void StartGroup(Heading group)
    {
        _lastLabel = ("", new Heading("", ""));
        _group = group;
    }

    /// <summary>Reads one row under its section and group.</summary>
    public void Read(int row, string section, string group)
    {
        if (SubRowSplitter.Split(_table, row, _shape.LabelColumns) is { Count: > 0 } parts)
        {
            ReadSubRows(row, parts, section, group);
            return;
        }

        (section, string label, Heading heading) = LabelsOf(row, section, group);
        if (label.Length == 0)
        {
            // A row without a label of its own goes on with the one above.
            (label, heading) = _lastLabel;
        }

        _lastLabel = (label, heading);
        string given = "";
        if (label.Length > 0 && TopicOf(label, heading) is { } topic)
        {
            string over = _shape.Roles[0] == ColumnRole.None ? _shape.Headings[0].Name : "";
            (given, label, heading) = (Words.Join(over, label), topic.Name, topic);
        }

        RowQualifiers qualifiers = QualifiersOf(row, heading);
        label = Words.Join(label, qualifiers.LabelPart);
        if (!LabelText.IsLabel(label) || Furniture.IsNote(label))
        {
            return;
        }

        int first = _sink.Facts.Count;
        var address = new FactAddress("", section, label, Words.Join(given, qualifiers.Condition, qualifiers.Note));
        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            ReadValueCell(row, c, address, qualifiers.Unit);
        }

        if (LevelOrder.Doubt(_sink.Facts, first) is { } doubt)
        {
            _sink.MarkDoubtful(first, doubt);
        }

        ReadNote(row, address, qualifiers);
    }

    /// <summary>
    /// What a row states whose label is a condition ("at 10 bar"), or a variant below a group that prints the unit
    /// ("Weight, kg" over "bare" and "on receiver"); null where the label itself names it.
    /// </summary>
    private Heading? TopicOf(string label, Heading heading)
    {
        if (_group is { Name.Length: > 0, Unit.Length: > 0 } && heading.Unit.Length == 0)
        {
            return _group;
        }

        if (!ConditionLabel.Is(label) || _shape.Layout == TableLayout.KeyValue)
        {
            return null;
        }

        return _group.Name.Length > 0 ? _group : _topic.Name.Length > 0 ? _topic : null;
    }

    private void ReadNote(int row, FactAddress address, RowQualifiers qualifiers)
    {
        if (qualifiers.NoteCell is { } cell && cell.Row == row && StatesSomething(qualifiers.Note))
        {
            FactAddress own = address with { Attribute = Words.Join(address.Attribute, _shape.Headings[cell.Column].Name), Condition = "" };
            _sink.Add(cell, cell.Lines, own, new Statement("", qualifiers.Note, "", ""), "");
        }
    }

    private void ReadSubRows(int row, IReadOnlyList<(string Label, IReadOnlyList<Cell> Values)> parts, string section, string group)
    {
        foreach ((string label, IReadOnlyList<Cell> values) in parts)
        {
            string own = label[(label.LastIndexOf(' ') + 1)..];
            string product = ValueShape.IsCode(own) && own.Length >= 4 ? own : "";
            string name = LabelText.Clean(product.Length > 0 ? label[..^own.Length] : label);
            foreach (Cell value in values)
            {
                string condition = Words.Join(Levels.Of(_shape.Roles[value.Column]), _footnotes.TextFor(MarksOf(row)));
                var address = new FactAddress(product, section, Words.Join(group, name), condition);
                foreach ((Statement statement, IReadOnlyList<TextLine> lines) in CellStatements.Read(value))
                {
                    _sink.Add(value, lines, address, statement, _shape.Headings[value.Column].Unit);
                }
            }
        }
    }

    private void ReadValueCell(int row, int column, FactAddress address, string rowUnit)
    {
        ColumnRole role = _shape.Roles[column];
        if (_table.At(row, column) is not { IsEmpty: false } cell || cell.Column < _shape.LabelColumns
            || role is ColumnRole.Unit or ColumnRole.Symbol or ColumnRole.Condition or ColumnRole.Note or ColumnRole.Image
            || IsUnitOnly(cell, rowUnit) || !_sink.Claim(cell, address.Attribute))
        {
            return;
        }

        bool areProducts = _shape.Layout == TableLayout.ProductColumns;
        string level = cell.ColumnSpan == 1 ? Levels.Of(role) : "";
        string heading = (areProducts && IsProductColumn(column)) || level.Length > 0 || role == ColumnRole.Value || cell.ColumnSpan > 1 ? "" : _shape.Headings[column].Name;
        string unit = rowUnit.Length > 0 ? rowUnit : _shape.Headings[column].Unit;
        address = address with { Condition = Words.Join(level, heading, address.Condition) };

        List<(Statement Statement, IReadOnlyList<TextLine> Lines)> statements = CellStatements.Read(cell);
        if (FeatureMarks.IsAbsent(cell.Text) && FeatureMarks.AreIn(_table, row))
        {
            statements.Add((new Statement("", cell.Text, "", ""), cell.Lines));
        }

        bool listsProducts = HeaderWords.RoleOf(address.Attribute) == ColumnRole.Key || (areProducts && role == ColumnRole.Key);
        foreach ((Statement statement, IReadOnlyList<TextLine> lines) in statements)
        {
            foreach (string product in areProducts ? ProductsOver(cell) : [""])
            {
                bool namesProduct = listsProducts && statement.Unit.Length == 0 && ValueShape.IsCode(statement.Value);
                _sink.Add(cell, lines, address with { Product = namesProduct ? statement.Value : product }, statement, unit);
            }
        }
    }

    private RowQualifiers QualifiersOf(int row, Heading heading)
    {
        var qualifiers = new RowQualifiers { Unit = heading.Unit, Condition = _footnotes.TextFor(MarksOf(row)) };
        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            if (_table.At(row, c) is not { IsEmpty: false } cell)
            {
                continue;
            }

            qualifiers = _shape.Roles[c] switch
            {
                ColumnRole.Unit => qualifiers with { Unit = Unbracketed(cell.Text) },
                ColumnRole.Condition => qualifiers with { Condition = Words.Join(qualifiers.Condition, cell.Text) },
                ColumnRole.Note => qualifiers with { Note = cell.Text, NoteCell = cell },
                ColumnRole.Symbol when IsSharedLabel(row) => qualifiers with { LabelPart = cell.Text },
                _ => qualifiers,
            };
        }

        return qualifiers.Unit.Length == 0 ? qualifiers with { Unit = TrailingUnit(row) } : qualifiers;
    }

    /// <summary>"[kW]" without its brackets; those of "dB(A)" belong to it.</summary>
    private static string Unbracketed(string unit) => unit.Length > 2 && unit[0] is '(' or '[' ? unit[1..].TrimEnd(')', ']') : unit;

    private (string Section, string Label, Heading Heading) LabelsOf(int row, string section, string group)
    {
        string label = group;
        var heading = new Heading("", "");
        bool named = false;
        Cell? last = null;
        for (int c = 0; c < _shape.LabelColumns; c++)
        {
            if (_table.At(row, c) is not { IsEmpty: false } cell || cell == last)
            {
                continue;
            }

            last = cell;
            heading = Heading.Of(LabelText.Clean(cell.Text));
            if (c < _shape.LabelColumns - 1 && cell.RowSpan >= GroupRows && cell.ColumnSpan < _shape.LabelColumns)
            {
                section = SectionPath.Join(section, heading.Name);
            }
            else
            {
                label = Words.Join(label, heading.Name);
                named = true;
            }
        }

        return (section, named ? label : "", heading);
    }

    private bool IsSharedLabel(int row) => _table.At(row, 0) is { RowSpan: > 1 } cell && cell.ColumnSpan >= _shape.LabelColumns;

    /// <summary>A last column of units that has no heading to say so.</summary>
    private string TrailingUnit(int row) =>
        _shape.Layout == TableLayout.KeyValue && _table.ColumnCount > 2 && _lastColumnHoldsUnits
            && _table.At(row, _table.ColumnCount - 1) is { IsEmpty: false } cell && UnitTable.Default.Find(cell.Text) is not null
            ? cell.Text
            : "";

    /// <summary>Single letters are codes as often as units: the column decides.</summary>
    private static bool LastColumnHoldsUnits(Table table)
    {
        Cell[] last = [.. table.Cells.Where(cell => cell.Column == table.ColumnCount - 1 && !cell.IsEmpty)];
        return last.Count(static cell => UnitTable.Default.Find(cell.Text) is not null) * 5 >= last.Length * 4;
    }

    private bool IsUnitOnly(Cell cell, string rowUnit) =>
        cell.Text == rowUnit && cell.Column == _table.ColumnCount - 1 && _shape.Layout == TableLayout.KeyValue && _table.ColumnCount > 2;

    /// <summary>The products whose columns a cell covers; one empty name where it covers all of them.</summary>
    private List<string> ProductsOver(Cell cell)
    {
        int products = 0;
        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            products += IsProductColumn(c) ? 1 : 0;
        }

        var over = new List<string>();
        (int first, int last) = CenteredCell.Columns(_table, cell, _shape.LabelColumns, _shape.FirstBodyRow);
        for (int c = first; c <= last; c++)
        {
            if (IsProductColumn(c) && !over.Contains(_shape.Headings[c].Name))
            {
                over.Add(_shape.Headings[c].Name);
            }
        }

        return over.Count == 0 || (over.Count == products && products > 1) ? [""] : over;
    }

    private bool IsProductColumn(int column) =>
        _shape.Roles[column] is ColumnRole.None && _shape.Headings[column].Name.Length > 0;

    private IEnumerable<string> MarksOf(int row)
    {
        for (int c = 0; c < _table.ColumnCount; c++)
        {
            if (_table.At(row, c) is { } cell)
            {
                foreach (string mark in FootnoteIndex.MarksOf(cell))
                {
                    yield return mark;
                }
            }
        }
    }

    /// <summary>"for BER = 1x10⁻¹²" only qualifies the row's values; "AC coupled inputs" says something by itself.</summary>
    private static bool StatesSomething(string note) =>
        note.Length > 2 && !note.StartsWith("for ", StringComparison.OrdinalIgnoreCase) && !note.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
        && !note.StartsWith('@') && !note.StartsWith("Note", StringComparison.OrdinalIgnoreCase);

    private readonly record struct RowQualifiers()
    {
        public string Unit { get; init; } = "";

        public string Condition { get; init; } = "";

        public string LabelPart { get; init; } = "";

        public string Note { get; init; } = "";

        public Cell? NoteCell { get; init; }
    }
}
