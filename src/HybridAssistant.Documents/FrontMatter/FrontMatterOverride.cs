using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.FrontMatter;

/// <summary>Lays front matter over what was read of a sheet.</summary>
public static class FrontMatterOverride
{
    /// <summary>The sheet with what the front matter states in place of what was found.</summary>
    public static SpecSheet Apply(SpecSheet sheet, SheetFrontMatter matter)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(matter);
        ImmutableArray<ProductName> products = matter.Products.IsEmpty
            ? sheet.Products
            : [.. matter.Products.Select(p => new ProductName(p.Name, p.Aliases, p.IsSeries))];
        return sheet with
        {
            Title = matter.Title ?? sheet.Title,
            Revision = matter.Revision ?? sheet.Revision,
            RevisionDate = matter.Date ?? sheet.RevisionDate,
            Products = products,
            Facts = matter.Products.IsEmpty ? sheet.Facts : [.. sheet.Facts.Select(f => WithProduct(f, products))],
        };
    }

    /// <summary>A fact of a product that goes by another name now takes that name; one of an unlisted product keeps its own.</summary>
    private static Fact WithProduct(Fact fact, ImmutableArray<ProductName> products)
    {
        ProductName? owner = products.FirstOrDefault(p => p.Aliases.Contains(fact.Product, StringComparer.OrdinalIgnoreCase));
        return fact.Product.Length == 0 || owner is null ? fact : fact with { Product = owner.IsSeries ? "" : owner.Name };
    }
}
