using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Tests.Questions;

/// <summary>A small range of products: a pump family, power supplies, a cable.</summary>
internal static class Catalogs
{
    public static ProductCatalog Small { get; } = new(
    [
        new CatalogSheet("kx-pumps.pdf", "KX centrifugal pumps", [Model("KX-200"), Model("KX-250"), new ProductName("KX", [], true)]),
        new CatalogSheet("ps-24.pdf", "PS din rail power supplies", [Model("PS-120-24"), Model("PS-240-24")]),
        new CatalogSheet("pumps-half-inch.pdf", "Half inch diaphragm pump", []),
        new CatalogSheet("cable-9842.pdf", "RS-485 cable", [Model("9842")]),
    ]);

    private static ProductName Model(string name) => new(name, [], false);
}
