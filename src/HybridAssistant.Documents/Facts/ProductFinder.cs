using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Finds which products a sheet is about: the models of its tables, and the name in its title.</summary>
internal static class ProductFinder
{
    /// <summary>Finds the products.</summary>
    /// <param name="title">The sheet's title.</param>
    /// <param name="facts">Facts of its tables and lines.</param>
    public static ImmutableArray<ProductName> Find(SheetTitle title, IReadOnlyList<FactDraft> facts)
    {
        var models = new List<string>();
        foreach (FactDraft fact in facts)
        {
            if (fact.Product.Length > 0 && !models.Contains(fact.Product, StringComparer.Ordinal))
            {
                models.Add(fact.Product);
            }
        }

        if (models.Count == 1)
        {
            return [new ProductName(models[0], title.Text == models[0] ? [] : [title.Text], IsSeries: false)];
        }

        if (models.Count > 1)
        {
            var products = ImmutableArray.CreateBuilder<ProductName>();
            products.Add(new ProductName(title.Text, title.Subtitle.Length > 0 ? [title.Subtitle] : [], IsSeries: true));
            products.AddRange(models.Where(m => m != title.Text).Select(static m => new ProductName(m, [], IsSeries: false)));
            return products.ToImmutable();
        }

        return [new ProductName(NameOf(title, facts), Aliases(title), IsSeries: false)];
    }

    private static string NameOf(SheetTitle title, IReadOnlyList<FactDraft> facts)
    {
        if (!HasCode(title.Text))
        {
            string[] numbers = [.. facts
                .Where(static f => HeaderWords.RoleOf(f.Attribute) == ColumnRole.Key && ValueShape.IsCode(f.Value))
                .Select(static f => f.Value)
                .Distinct(StringComparer.Ordinal)];
            if (numbers.Length == 1)
            {
                return numbers[0];
            }

            if (HasCode(title.Subtitle) && title.Subtitle.Length < 40)
            {
                return title.Subtitle;
            }
        }

        return title.Text;
    }

    private static ImmutableArray<string> Aliases(SheetTitle title) =>
        [.. title.Text.Split(' ').Where(static word => ValueShape.IsCode(word) && word.Length > 2)];

    private static bool HasCode(string text) => text.Split(' ').Any(static word => ValueShape.IsCode(word));
}
