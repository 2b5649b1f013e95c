using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads the facts of one table whose shape is known.</summary>
internal sealed class TableFactReader
{
    // A cell that spans this many rows before the labels names a group rather than a part of the label.
    private const int GroupRows = 3;

    // Longer texts in a column of product names are remarks.
    private const int MostProductSpaces = 5;

    private readonly Table _table;
    private readonly TableShape _shape;
    private readonly FootnoteIndex _footnotes;
    private readonly double _confidence;
    private readonly bool _boldLabels;
    private readonly List<FactDraft> _facts = [];
    private readonly HashSet<(Cell, string)> _done = [];
    private string _section;
    private string _group = "";
    private double _groupX;
    private (string Label, Heading Heading) _lastLabel = ("", new Heading("", ""));
    private int? _qualifierColumn;
    private string _lastProduct = "";

    public TableFactReader(Table table, TableShape shape, string section, FootnoteIndex footnotes)
    {
        _table = table;
        _shape = shape;
        _footnotes = footnotes;
        _section = shape.Titles.Aggregate(section, static (path, title) => Joined(path, title));
        _confidence = table.IsRuled ? 0.97 : 0.9;
        _boldLabels = table.Cells.Count(static c => c.Column == 0 && c.ColumnSpan == 1 && !c.IsEmpty && c.IsBold) * 2 > table.RowCount;
    }

    /// <summary>The products of the table's records.</summary>
    public IReadOnlyList<string> Models => [.. _facts.Select(static f => f.Product).Where(static p => p.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads all facts, row by row.</summary>
    public List<FactDraft> Read()
    {
        string outer = _section;
        for (int r = _shape.FirstBodyRow; r < _table.RowCount; r++)
        {
            if (ShapeFinder.SoleCell(_table, r) is { } sole && sole.Row == r && IsGroupRow(sole, r))
            {
                StartGroup(sole, outer);
            }
            else if (_shape.Layout == TableLayout.Records)
            {
                ReadRecord(r);
            }
            else
            {
                ReadLabelled(r);
            }
        }

        return _facts;
    }

    private bool IsGroupRow(Cell sole, int row)
    {
        if (sole.ColumnSpan >= _table.ColumnCount && _table.ColumnCount > 1)
        {
            return !sole.Text.Contains(": ", StringComparison.Ordinal) || sole.IsBold;
        }

        return sole.Column == 0 && row < _table.RowCount - 1;
    }

    private void StartGroup(Cell sole, string outer)
    {
        string text = LabelText.Clean(sole.Text);
        if (sole.ColumnSpan >= _table.ColumnCount || (sole.IsBold && !_boldLabels) || sole.Fill != ColorValue.White)
        {
            _section = Joined(outer, text);
            _group = "";
        }
        else
        {
            _group = text;
            _groupX = sole.TextBox.X0;
        }

        _lastLabel = ("", new Heading("", ""));
    }

    private void ReadLabelled(int row)
    {
        // The group ends with the first label that is not set in below it.
        if (_group.Length > 0 && _table.At(row, 0) is { IsEmpty: false } first && first.TextBox.X0 < _groupX + 2)
        {
            _group = "";
        }

        if (SubRowSplitter.Split(_table, row, _shape.LabelColumns) is { Count: > 0 } parts)
        {
            ReadSubRows(row, parts);
            return;
        }

        (string section, string label, Heading heading) = LabelsOf(row);
        if (label.Length == 0)
        {
            // A row without a label of its own goes on with the one above.
            (label, heading) = _lastLabel;
        }

        _lastLabel = (label, heading);
        string rowUnit = heading.Unit;
        string condition = _footnotes.TextFor(MarksOf(row));
        string note = "";
        Cell? noteCell = null;
        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            if (_table.At(row, c) is not { IsEmpty: false } cell)
            {
                continue;
            }

            switch (_shape.Roles[c])
            {
                case ColumnRole.Unit:
                    rowUnit = cell.Text.Trim('(', ')', '[', ']');
                    break;
                case ColumnRole.Condition:
                    condition = Words.Join(condition, cell.Text);
                    break;
                case ColumnRole.Note:
                    note = cell.Text;
                    noteCell = cell;
                    break;
                case ColumnRole.Symbol when IsSharedLabel(row):
                    label = Words.Join(label, cell.Text);
                    break;
                default:
                    break;
            }
        }

        rowUnit = rowUnit.Length == 0 ? TrailingUnit(row) : rowUnit;
        if (!LabelText.IsLabel(label) || Furniture.IsNote(label))
        {
            return;
        }

        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            ReadValueCell(row, c, section, label, rowUnit, Words.Join(condition, note));
        }

        if (noteCell is not null && noteCell.Row == row && IsStatement(note))
        {
            Add(noteCell, noteCell.Lines, "", section, Words.Join(label, _shape.Headings[noteCell.Column].Name), "", new Statement("", note, "", ""), "");
        }
    }

    private void ReadSubRows(int row, IReadOnlyList<(string Label, IReadOnlyList<Cell> Values)> parts)
    {
        foreach ((string label, IReadOnlyList<Cell> values) in parts)
        {
            string own = label[(label.LastIndexOf(' ') + 1)..];
            string product = ValueShape.IsCode(own) && own.Length >= 4 ? own : "";
            string name = LabelText.Clean(product.Length > 0 ? label[..^own.Length] : label);
            string condition = _footnotes.TextFor(MarksOf(row));
            foreach (Cell value in values)
            {
                string level = LevelOf(_shape.Roles[value.Column]);
                foreach ((Statement statement, IReadOnlyList<TextLine> lines) in CellStatements.Read(value))
                {
                    Add(value, lines, product, _section, Words.Join(_group, name), Words.Join(level, condition), statement, _shape.Headings[value.Column].Unit);
                }
            }
        }
    }

    private void ReadValueCell(int row, int column, string section, string label, string rowUnit, string condition)
    {
        ColumnRole role = _shape.Roles[column];
        if (_table.At(row, column) is not { IsEmpty: false } cell || cell.Column != column && !_done.Contains((cell, label)) && cell.Column >= _shape.LabelColumns && cell.Column != column
            || role is ColumnRole.Unit or ColumnRole.Symbol or ColumnRole.Condition or ColumnRole.Note or ColumnRole.Image)
        {
            return;
        }

        if (cell.Column < _shape.LabelColumns || IsUnitOnly(cell, rowUnit) || !_done.Add((cell, label)))
        {
            return;
        }

        string level = cell.ColumnSpan == 1 ? LevelOf(role) : "";
        string[] products = _shape.Layout == TableLayout.ProductColumns ? ProductsOver(cell) : [""];
        string extra = _shape.Layout == TableLayout.ProductColumns || level.Length > 0 || role == ColumnRole.Value || cell.ColumnSpan > 1
            ? "" : _shape.Headings[column].Name;
        string unit = rowUnit.Length > 0 ? rowUnit : _shape.Headings[column].Unit;
        if (FeatureMarks.IsAbsent(cell.Text) && FeatureMarks.AreIn(_table, row))
        {
            foreach (string product in products)
            {
                Add(cell, cell.Lines, product, section, label, condition, new Statement("", cell.Text, "", ""), "");
            }
        }

        bool listsProducts = HeaderWords.RoleOf(label) == ColumnRole.Key;
        foreach ((Statement statement, IReadOnlyList<TextLine> lines) in CellStatements.Read(cell))
        {
            foreach (string product in products)
            {
                Add(cell, lines, listsProducts && ValueShape.IsCode(statement.Value) && statement.Unit.Length == 0 ? statement.Value : product, section, label, Words.Join(level, extra, condition), statement, unit);
            }
        }
    }

    private void ReadRecord(int row)
    {
        // A row without a product of its own goes on with the one above.
        string product = _shape.KeyColumn >= 0 ? _lastProduct : "";
        if (_shape.KeyColumn >= 0 && _table.At(row, _shape.KeyColumn) is { IsEmpty: false } key)
        {
            if (key.Text.AsSpan().Count(' ') > MostProductSpaces || key.Text.Contains(": ", StringComparison.Ordinal))
            {
                return;
            }

            product = _lastProduct = key.Text;
            if (_done.Add((key, "")))
            {
                Add(key, key.Lines, product, _section, _shape.Headings[_shape.KeyColumn].Name, "", new Statement("", key.Text, "", ""), "");
            }
        }

        int labelColumn = Array.IndexOf(_shape.Roles, ColumnRole.Label);
        string label = labelColumn >= 0 && _table.At(row, labelColumn) is { IsEmpty: false } named ? LabelText.Clean(named.Text) : "";
        (string given, int givenColumn) = _shape.KeyColumn >= 0 || label.Length > 0 ? ("", -1) : GivenOf(row);
        int qualifier = QualifierColumn();
        if (qualifier >= 0 && _table.At(row, qualifier) is { IsEmpty: false } qualifying)
        {
            given = qualifying.Text;
        }

        (string rowUnit, int unitSpan) = RecordUnit(row);
        for (int c = 0; c < _table.ColumnCount; c++)
        {
            if (c == _shape.KeyColumn || c == givenColumn || _shape.Roles[c] is ColumnRole.Image or ColumnRole.Unit
                || _table.At(row, c) is not { IsEmpty: false } cell || cell.Column != c || !_done.Add((cell, product)))
            {
                continue;
            }

            if (c == labelColumn)
            {
                continue;
            }

            Heading heading = _shape.Headings[c];
            string unit = heading.Unit.Length > 0 ? heading.Unit : cell.RowSpan <= unitSpan ? rowUnit : "";
            string condition = Words.Join(c == qualifier ? "" : given, _footnotes.TextFor(MarksOfHeading(c)));
            string name = heading.Name.Length > 0 ? heading.Name : _group;
            if (ValueShape.StartsAsQuantity(name) && label.Length == 0)
            {
                // "80 °C" over a column is a condition; what is stated there is named above the table.
                (name, condition) = (LastOf(_section), Words.Join(condition, name));
            }

            (string attribute, condition) = label.Length > 0 ? (label, Words.Join(name, condition)) : (name, condition);
            foreach ((Statement statement, IReadOnlyList<TextLine> lines) in CellStatements.Read(cell))
            {
                Add(cell, lines, product, _section, attribute, condition, statement, unit);
            }
        }
    }

    private (string Given, int Column) GivenOf(int row)
    {
        int rows = _table.RowCount - _shape.FirstBodyRow;
        for (int c = 0; c < _table.ColumnCount - 1; c++)
        {
            if (_table.At(row, c) is not { IsEmpty: false } cell || (cell.RowSpan >= rows && rows > 1))
            {
                continue;
            }

            bool isGiven = _shape.Roles[c] == ColumnRole.Given || rows > 1;
            if (!isGiven)
            {
                return ("", -1);
            }

            Heading heading = _shape.Headings[c];
            string value = heading.Unit.Length > 0 && !cell.Text.EndsWith(heading.Unit, StringComparison.Ordinal) ? cell.Text + " " + heading.Unit : cell.Text;
            return (Words.Join(heading.Name, value), c);
        }

        return ("", -1);
    }

    /// <summary>Where one product has several records, the first column that tells them apart; -1 where none is needed.</summary>
    private int QualifierColumn()
    {
        if (_qualifierColumn is { } known)
        {
            return known;
        }

        int found = -1;
        if (_shape.KeyColumn >= 0 && HasRepeats(_shape.KeyColumn))
        {
            for (int c = 0; c < _table.ColumnCount && found < 0; c++)
            {
                found = c != _shape.KeyColumn && !HasRepeats(_shape.KeyColumn, c) ? c : -1;
            }
        }

        _qualifierColumn = found;
        return found;
    }

    private bool HasRepeats(params ReadOnlySpan<int> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int r = _shape.FirstBodyRow; r < _table.RowCount; r++)
        {
            string row = "";
            foreach (int c in columns)
            {
                Cell? cell = _table.At(r, c);
                if (cell is null || cell.IsEmpty || cell.RowSpan > 1)
                {
                    return columns.Length > 1;
                }

                row += cell.Text + "\u001F";
            }

            if (!seen.Add(row))
            {
                return true;
            }
        }

        return false;
    }

    private (string Unit, int Span) RecordUnit(int row)
    {
        int c = Array.IndexOf(_shape.Roles, ColumnRole.Unit);
        return c >= 0 && _table.At(row, c) is { IsEmpty: false } cell ? (cell.Text, cell.RowSpan) : ("", 0);
    }

    private (string Section, string Label, Heading Heading) LabelsOf(int row)
    {
        string section = _section;
        string label = _group;
        var heading = new Heading("", "");
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
                section = Joined(_section, heading.Name);
            }
            else
            {
                label = Words.Join(label, heading.Name);
            }
        }

        return (section, label, heading);
    }

    private bool IsSharedLabel(int row) => _table.At(row, 0) is { RowSpan: > 1 } cell && cell.ColumnSpan >= _shape.LabelColumns;

    private string TrailingUnit(int row)
    {
        if (_shape.Layout != TableLayout.KeyValue || _table.ColumnCount < 3)
        {
            return "";
        }

        return _table.At(row, _table.ColumnCount - 1) is { IsEmpty: false } cell && UnitTable.Default.Find(cell.Text) is not null ? cell.Text : "";
    }

    private bool IsUnitOnly(Cell cell, string rowUnit) =>
        cell.Text == rowUnit && cell.Column == _table.ColumnCount - 1 && _shape.Layout == TableLayout.KeyValue && _table.ColumnCount > 2;

    private string[] ProductsOver(Cell cell)
    {
        int products = 0;
        for (int c = _shape.LabelColumns; c < _table.ColumnCount; c++)
        {
            products += IsProductColumn(c) ? 1 : 0;
        }

        var over = new List<string>();
        for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
        {
            if (IsProductColumn(c) && !over.Contains(_shape.Headings[c].Name))
            {
                over.Add(_shape.Headings[c].Name);
            }
        }

        return over.Count == products && products > 1 ? [""] : over.Count > 0 ? [.. over] : [""];
    }

    private bool IsProductColumn(int column) =>
        _shape.Roles[column] is ColumnRole.None or ColumnRole.Key && _shape.Headings[column].Name.Length > 0;

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

    private void Add(Cell cell, IReadOnlyList<TextLine> lines, string product, string section, string label, string condition, Statement statement, string unit)
    {
        if (!LabelText.IsLabel(label) || Furniture.IsContact(label) || Furniture.IsContact(statement.Value) || statement.Value.Length == 0)
        {
            return;
        }

        BoundingBox box = lines[0].Box;
        for (int i = 1; i < lines.Count; i++)
        {
            box = box.Union(lines[i].Box);
        }

        _facts.Add(new FactDraft
        {
            Page = _table.Page,
            Product = product,
            Section = section,
            Attribute = label,
            Condition = Words.Join(condition, statement.Label, statement.Condition),
            Value = statement.Value,
            Unit = statement.Unit.Length > 0 ? statement.Unit : ValueShape.StartsAsQuantity(statement.Value) ? unit : "",
            Box = box,
            Confidence = _confidence,
        });
    }

    private static string LastOf(string path) => path[(path.LastIndexOf('›') + 1)..].Trim();

    private static string LevelOf(ColumnRole role) => role switch
    {
        ColumnRole.Min => "min",
        ColumnRole.Typ => "typ",
        ColumnRole.Max => "max",
        ColumnRole.Nom => "nominal",
        _ => "",
    };

    private static bool IsStatement(string note) =>
        note.Length > 2 && !note.StartsWith("for ", StringComparison.OrdinalIgnoreCase) && !note.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
        && !note.StartsWith('@') && !note.StartsWith("Note", StringComparison.OrdinalIgnoreCase);

    private static string Joined(string path, string title) =>
        path.Length == 0 ? title : path.EndsWith(title, StringComparison.Ordinal) ? path : path + " › " + title;
}
