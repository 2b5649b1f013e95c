using System.Globalization;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Tests.Selection;

/// <summary>Makes the facts of a small sheet in one line each.</summary>
internal sealed class FactBuilder(string document, string title)
{
    private int _ordinal;

    public FactCandidate Fact(string product, string attribute, string condition, string value, string unit, string section = "") =>
        new(new IndexEntry(
            new Fact
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{document}:{_ordinal}"),
                Document = document,
                Page = 1,
                Product = product,
                Section = section,
                Attribute = attribute,
                Condition = condition,
                Value = value,
                Unit = unit,
                Box = new BoundingBox(0, 0, 10, 10),
                Confidence = 1,
                Typed = QuantityParser.Default.Parse(value, unit, condition),
                Ordinal = _ordinal++,
            },
            null,
            title,
            null), null);
}
