using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Collects the facts of one table, each cell once for each product, and marks those that must not be quoted.</summary>
internal sealed class TableFactSink
{
    // Ruling lines give a cell; without them its columns come from alignment alone.
    private const double RuledConfidence = 0.97;
    private const double AlignedConfidence = 0.9;
    private const double DoubtfulConfidence = 0.4;

    private readonly Table _table;
    private readonly List<FactDraft> _facts = [];
    private readonly HashSet<(Cell Cell, string Key)> _done = [];

    public TableFactSink(Table table) => _table = table;

    /// <summary>The facts so far.</summary>
    public List<FactDraft> Facts => _facts;

    /// <summary>Claims a cell for a product or label; false where that was done before, as with merged cells.</summary>
    public bool Claim(Cell cell, string key) => _done.Add((cell, key));

    /// <summary>Adds a statement with its address, unless its label or value is none.</summary>
    public void Add(Cell cell, IReadOnlyList<TextLine> lines, FactAddress address, Statement statement, string unit)
    {
        if (!LabelText.IsLabel(address.Attribute) || statement.Value.Length == 0
            || Furniture.IsContact(address.Attribute) || Furniture.IsContact(statement.Value))
        {
            return;
        }

        BoundingBox box = lines[0].Box;
        for (int i = 1; i < lines.Count; i++)
        {
            box = box.Union(lines[i].Box);
        }

        string? doubt = CellFit.DoubtOf(_table, cell);
        _facts.Add(new FactDraft
        {
            Page = _table.Page,
            Product = address.Product,
            Section = address.Section,
            Attribute = address.Attribute,
            Condition = Words.Join(address.Condition, statement.Label, statement.Condition),
            Value = statement.Value,
            Unit = statement.Unit.Length > 0 ? statement.Unit : ValueShape.StartsAsQuantity(statement.Value) ? unit : "",
            Box = box,
            Confidence = doubt is not null ? DoubtfulConfidence : _table.IsRuled ? RuledConfidence : AlignedConfidence,
            Doubt = doubt,
        });
    }

    /// <summary>Marks the facts from an index on.</summary>
    public void MarkDoubtful(int from, string doubt)
    {
        for (int i = from; i < _facts.Count; i++)
        {
            _facts[i] = _facts[i] with { Doubt = doubt, Confidence = DoubtfulConfidence };
        }
    }
}
