using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Names what a customer may choose from, as the sheets print it.</summary>
internal static class ChoiceNames
{
    // More models than these are offered under the sheet's title.
    private const int MaxModels = 8;
    private const int ShortestCode = 3;

    /// <summary>The names under which a line is offered.</summary>
    /// <param name="fact">The line.</param>
    /// <param name="title">Title of its sheet.</param>
    /// <param name="severalSheets">Whether lines of other sheets are offered beside it.</param>
    /// <param name="catalog">The products of all sheets.</param>
    public static ImmutableArray<string> Of(Fact fact, string title, bool severalSheets, ProductCatalog catalog)
    {
        ImmutableArray<string> named = CodesOf(title);
        if (fact.Product.Length > 0)
        {
            // Between sheets the choice is what each is about: the FU-100, not each of its transducers.
            bool isPart = severalSheets && named.Length > 0
                && !named.Any(n => fact.Product.StartsWith(n, StringComparison.OrdinalIgnoreCase) || ShapeOf(n) == ShapeOf(fact.Product));
            return isPart ? named : [fact.Product];
        }

        if (named.Length > 0)
        {
            return named;
        }

        ImmutableArray<ProductName> products = catalog.Sheets.FirstOrDefault(s => s.Document == fact.Document)?.Products ?? [];
        string[] models = [.. products.Where(p => !p.IsSeries && p.Name.Any(char.IsAsciiDigit)).Select(p => p.Name)];
        return models.Length is > 0 and <= MaxModels ? [.. models]
            : products.FirstOrDefault(p => p.IsSeries) is { } series ? [series.Name]
            : [title];
    }

    // "SR-120" is built like "SR-110", "FU-T-S" not like "FU-100".
    private static string ShapeOf(string code)
    {
        string letters = string.Concat(code.TakeWhile(char.IsAsciiLetter));
        return letters + string.Concat(code.Skip(letters.Length).Select(c => char.IsAsciiDigit(c) ? '9' : char.IsAsciiLetter(c) ? 'A' : c));
    }

    // "LV-10", "GM37"; not "M30", "24".
    private static ImmutableArray<string> CodesOf(string title) =>
    [
        .. title.Split(' ', ',', '·', '/').Select(w => w.Trim(':', ';', '(', ')'))
            .Where(w => w.Length >= ShortestCode && char.IsAsciiLetterUpper(w[0]) && w.Any(char.IsAsciiDigit)
                && (w.Contains('-', StringComparison.Ordinal) || char.IsAsciiLetter(w[1])))
            .Distinct(StringComparer.Ordinal),
    ];
}
