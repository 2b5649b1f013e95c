using System.Security.Cryptography;
using System.Text;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>Makes small sheets for the tests of the index.</summary>
internal sealed class SheetBuilder(string document, string title)
{
    private readonly List<Fact> _facts = [];
    private readonly List<Passage> _passages = [];
    private readonly List<ProductCode> _codes = [];
    private readonly List<ProductName> _products = [];
    private readonly List<OrderingCodeGrammar> _grammars = [];
    private string? _revision;
    private DateOnly? _date;

    public SheetBuilder Revision(string? revision, DateOnly? date = null)
    {
        (_revision, _date) = (revision, date);
        return this;
    }

    public SheetBuilder Product(string name, params string[] aliases)
    {
        _products.Add(new ProductName(name, [.. aliases], IsSeries: false));
        return Code(name, name);
    }

    public SheetBuilder Series(string name)
    {
        _products.Add(new ProductName(name, [], IsSeries: true));
        return this;
    }

    public SheetBuilder Code(string printed, string product = "")
    {
        _codes.Add(new ProductCode(printed, CodeNormalizer.Normalize(printed), 1, product));
        return this;
    }

    public SheetBuilder Grammar(params string[][] segments)
    {
        _grammars.Add(new OrderingCodeGrammar(
            string.Join('-', segments.Select(choices => string.Join('|', choices))),
            [.. segments.Select(choices => new CodeSegment("", [.. choices.Select(choice => new CodeChoice(choice, ""))]))],
            Page: 2));
        return this;
    }

    public SheetBuilder Fact(
        string product, string attribute, string value, string unit = "", string section = "", string condition = "",
        string? doubt = null, TypedValue? typed = null, int page = 1)
    {
        int ordinal = _facts.Count;
        _facts.Add(new Fact
        {
            Id = $"{document}#f{ordinal}",
            Document = document,
            Page = page,
            Product = product,
            Section = section,
            Attribute = attribute,
            Condition = condition,
            Value = value,
            Unit = unit,
            Box = new BoundingBox(10, 20 * ordinal, 60, (20 * ordinal) + 10),
            Confidence = 0.9,
            Doubt = doubt,
            Typed = typed,
            Ordinal = ordinal,
        });
        return this;
    }

    public SheetBuilder Passage(string text, string section = "")
    {
        int ordinal = _passages.Count;
        _passages.Add(new Passage
        {
            Id = $"{document}#p{ordinal}",
            Document = document,
            Page = 1,
            Section = section,
            Text = text,
            Box = new BoundingBox(0, 0, 100, 50),
            Ordinal = ordinal,
        });
        return this;
    }

    public SpecSheet Sheet()
    {
        string content = string.Join('\n', _facts.Select(fact => fact.ToString()).Concat(_passages.Select(passage => passage.ToString())));
        return new SpecSheet
        {
            Document = document,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            Title = title,
            Revision = _revision,
            RevisionDate = _date,
            PageCount = 2,
            Products = [.. _products],
            Facts = [.. _facts],
            Passages = [.. _passages],
            Codes = [.. _codes],
            Grammars = [.. _grammars],
            Findings = [new SheetFinding(1, "nothing to report")],
        };
    }

    public IndexedSheet Indexed(string? origin = null) => new() { Sheet = Sheet(), Origin = origin ?? "/sheets/" + document };

    /// <summary>With unit vectors made of the words of each line, so that lines that share words are near each other.</summary>
    public IndexedSheet Embedded(string fingerprint = "test-model")
    {
        SpecSheet sheet = Sheet();
        return Indexed() with
        {
            FactVectors = [.. sheet.Facts.Select(fact => WordVector.Of($"{fact.Product} {fact.Attribute} {fact.Value}"))],
            PassageVectors = [.. sheet.Passages.Select(passage => WordVector.Of(passage.Text))],
            EmbedderFingerprint = fingerprint,
        };
    }
}
