using System.Collections.Immutable;
using System.Globalization;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Facts;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents;

/// <summary>Puts a sheet together from its pages' tables and text.</summary>
internal sealed class SheetAssembler
{
    private readonly string _document;
    private readonly string _hash;
    private readonly IReadOnlyList<PageContent> _pages;
    private readonly IReadOnlyList<PageLayout> _layouts;
    private readonly HashSet<TextLine> _headingLines = new(ReferenceEqualityComparer.Instance);
    private readonly SectionIndex _sections;
    private readonly FootnoteIndex _footnotes;
    private readonly List<Table> _glossaries = [];
    private (Table Table, TableShape Shape)? _lastTable;

    public SheetAssembler(string document, string hash, IReadOnlyList<PageContent> pages, IReadOnlyList<PageLayout> layouts)
    {
        _document = document;
        _hash = hash;
        _pages = pages;
        _layouts = layouts;
        var finder = new HeadingFinder(HeadingFinder.BodySize(pages));
        foreach (IReadOnlyList<TextLine> column in layouts.SelectMany(static layout => layout.TextColumns))
        {
            ColumnHeadings.Collect(column, finder, _headingLines);
        }

        _sections = new SectionIndex(Headings());
        _footnotes = FootnoteIndex.Of(layouts.SelectMany(static layout => layout.TextColumns));
    }

    /// <summary>Builds the sheet.</summary>
    public SpecSheet Assemble()
    {
        SheetTitle title = TitleFinder.Find(_pages, _document);
        if (title.Code.Length == 0)
        {
            title = title with { Code = NameInProse.Find(_layouts[0].TextColumns.SelectMany(static column => column), title.Text) };
        }

        List<FactDraft> drafts = [.. _layouts.SelectMany(FactsOf)];
        var labelled = new ProductsOfLabels(drafts, ProductFinder.Models(title, drafts));
        drafts = [.. drafts.SelectMany(labelled.Assign)];
        ImmutableArray<ProductName> products = ProductFinder.Find(title, drafts);
        string sole = products.Length == 1 ? products[0].Name : "";
        return new SpecSheet
        {
            Document = _document,
            ContentHash = _hash,
            Title = title.Full,
            PageCount = _pages.Count,
            Products = products,
            Facts = [.. drafts.Select((draft, ordinal) => ToFact(draft, sole, ordinal))],
            Passages = [.. Passages()],
            Findings = [.. _pages.SelectMany(static page => page.Findings)],
        };
    }

    private bool IsHeading(TextLine line) => _headingLines.Contains(line);

    private IEnumerable<SectionHeading> Headings()
    {
        foreach (PageLayout layout in _layouts)
        {
            foreach (IReadOnlyList<TextLine> column in layout.TextColumns)
            {
                foreach (TextLine line in column)
                {
                    if (_headingLines.Contains(line))
                    {
                        yield return new SectionHeading(layout.Page.Number, LabelText.Clean(LineText.Of(line)), line.Box, line.FontSize);
                    }
                }
            }
        }
    }

    private IEnumerable<FactDraft> FactsOf(PageLayout layout)
    {
        int page = layout.Page.Number;
        FootnoteIndex footnotes = FootnoteIndex.Of(layout.TextColumns, _footnotes);
        var facts = new List<FactDraft>();
        var models = new List<(BoundingBox, IReadOnlyList<string>)>();
        foreach (Table table in layout.Tables)
        {
            TableShape shape = ShapeOf(table);
            if (GlossaryTest.IsGlossary(table, shape))
            {
                _glossaries.Add(table);
                continue;
            }

            string section = _sections.SectionOf(page, table.Frame);
            if (PinListReader.Read(table, _sections.Above(page, table.Frame)) is { Count: > 0 } pins)
            {
                var sink = new TableFactSink(table);
                foreach ((string pin, string function, Cell cell) in pins)
                {
                    sink.Add(cell, cell.Lines, new FactAddress("", section, $"Pin {pin}", ""), new Statement("", function, "", ""), "");
                }

                facts.AddRange(sink.Facts);
                continue;
            }

            Heading topic = TableTopic.Of(table, section, layout.TextColumns, IsHeading);
            var reader = new TableFactReader(table, shape, section, topic, footnotes);
            facts.AddRange(reader.Read());
            if (shape.KeyColumn >= 0)
            {
                models.Add((table.Box, reader.Models));
            }
        }

        var lines = new LineFactReader(page, box => _sections.SectionOf(page, box), IsHeading);
        foreach (IReadOnlyList<TextLine> column in layout.TextColumns)
        {
            lines.Read(column);
            lines.ReadSentences(PassageBuilder.Build(column, IsHeading));
        }

        facts.AddRange(lines.Facts);
        return ProductScope.Assign(facts, models).OrderBy(static fact => fact.Box.Y0);
    }

    private TableShape ShapeOf(Table table)
    {
        TableShape shape = ShapeFinder.Find(table);
        if (_lastTable is { } above)
        {
            shape = ShapeInheritance.Continue(table, shape, above.Table, above.Shape) ?? shape;
        }

        _lastTable = (table, shape);
        return shape;
    }

    private Fact ToFact(FactDraft draft, string soleProduct, int ordinal) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{_hash[..12]}-f{ordinal}"),
        Document = _document,
        Page = draft.Page,
        Product = draft.Product.Length > 0 ? draft.Product : soleProduct,
        Section = draft.Section,
        Attribute = draft.Attribute,
        Condition = draft.Condition,
        Value = draft.Value,
        Unit = draft.Unit,
        Box = draft.Box,
        Confidence = draft.Confidence,
        Doubt = draft.Doubt,
        ReadBy = _pages[draft.Page - 1].ReadBy,
        Typed = QuantityParser.Default.Parse(draft.Value, draft.Unit, draft.Condition),
        Ordinal = ordinal,
    };

    private IEnumerable<Passage> Passages()
    {
        int ordinal = 0;
        foreach (PageLayout layout in _layouts)
        {
            foreach ((string text, BoundingBox box) in layout.TextColumns.SelectMany(column => PassageBuilder.Build(column, IsHeading)))
            {
                yield return ToPassage(layout.Page, text, box, ordinal++);
            }

            // A table that explains terms is running text in columns.
            foreach (Table table in _glossaries.Where(table => table.Page == layout.Page.Number))
            {
                foreach ((string text, BoundingBox box) in PassageBuilder.OfRows(table))
                {
                    yield return ToPassage(layout.Page, text, box, ordinal++);
                }
            }
        }
    }

    private Passage ToPassage(PageContent page, string text, BoundingBox box, int ordinal) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{_hash[..12]}-p{ordinal}"),
        Document = _document,
        Page = page.Number,
        Section = _sections.PathOf(page.Number, box),
        Text = text,
        Box = box,
        ReadBy = page.ReadBy,
        Ordinal = ordinal,
    };
}
