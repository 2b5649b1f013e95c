using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Finds which products a sheet is about: the models of its tables, and the names in its title.</summary>
internal static class ProductFinder
{
    // Lengths and packings differ in little beside their order number; models have data of their own.
    private const int MostFactsOfVariant = 8;

    /// <summary>Finds the products; the series first where there are several.</summary>
    public static ImmutableArray<ProductName> Find(SheetTitle title, IReadOnlyList<FactDraft> facts)
    {
        List<string> named = CodesIn(title.Text);
        List<string> models = [.. named.Count > 1 ? named : []];
        foreach (FactDraft fact in facts)
        {
            if (fact.Product.Length > 0 && !models.Contains(fact.Product, StringComparer.Ordinal))
            {
                models.Add(fact.Product);
            }
        }

        if (models.Count > 1 && named.Count == 1 && !IsSeries(title.Text) && models.TrueForAll(model => IsVariantOf(model, named[0]))
            && facts.Count(static fact => fact.Product.Length > 0) <= MostFactsOfVariant * models.Count)
        {
            // Order numbers of one product's lengths and packings.
            return [new ProductName(named[0], [title.Text], IsSeries: false)];
        }

        if (models.Count > 1)
        {
            ImmutableArray<string> aliases = title.Subtitle.Length > 0 ? [title.Subtitle] : [];
            return [new ProductName(title.Text, aliases, IsSeries: true), .. models.Where(m => m != title.Text).Select(static m => new ProductName(m, [], IsSeries: false))];
        }

        bool isSubject = models.Count == 1 && (named.Contains(models[0]) || title.Code == models[0] || title.Text.Contains(models[0], StringComparison.Ordinal)
            || title.Subtitle.Contains(models[0], StringComparison.Ordinal) || facts.All(f => f.Product.Length == 0 || f.Value == models[0]));
        if (isSubject)
        {
            return [new ProductName(models[0], title.Text == models[0] ? [] : [title.Text], IsSeries: false)];
        }

        return [new ProductName(NameOf(title, named, facts), [.. named.Where(code => code != title.Text)], IsSeries: false)];
    }

    /// <summary>The models that the title lists or the facts' tables name.</summary>
    public static IReadOnlyList<string> Models(SheetTitle title, IEnumerable<FactDraft> facts)
    {
        List<string> named = CodesIn(title.Text);
        return [.. (named.Count > 1 ? named : []).Concat(facts.Select(static f => f.Product).Where(static p => p.Length > 2)).Distinct(StringComparer.Ordinal)];
    }

    private static string NameOf(SheetTitle title, List<string> named, IReadOnlyList<FactDraft> facts)
    {
        if (named.Count > 0)
        {
            return title.Text;
        }

        string[] numbers = [.. facts
            .Where(static f => HeaderWords.RoleOf(f.Attribute) == ColumnRole.Key && ValueShape.IsCode(f.Value))
            .Select(static f => f.Value)
            .Distinct(StringComparer.Ordinal)];
        if (numbers.Length == 1)
        {
            return numbers[0];
        }

        if (title.Code.Length > 0)
        {
            return title.Code;
        }

        return CodesIn(title.Subtitle).Count > 0 && title.Subtitle.Length < 40 ? title.Subtitle : title.Text;
    }

    private static List<string> CodesIn(string text) =>
        [.. text.Split([' ', ',', '·', '/', '|'], StringSplitOptions.RemoveEmptyEntries).Select(static w => w.Trim('(', ')', ':', ';')).Where(static w => w.Length > 2 && (ValueShape.IsCode(w) || IsNumberCode(w)))];

    /// <summary>"9842" as a title is a model.</summary>
    private static bool IsNumberCode(string word) => word.Length is >= 4 and <= 12 && word.All(char.IsAsciiDigit);

    private static bool IsSeries(string title) =>
        title.Contains("series", StringComparison.OrdinalIgnoreCase) || title.Contains("xx", StringComparison.Ordinal) || title.Contains("range", StringComparison.OrdinalIgnoreCase);

    private static bool IsVariantOf(string model, string code) =>
        CodeNormalizer.Normalize(model).StartsWith(CodeNormalizer.Normalize(code), StringComparison.Ordinal);
}
