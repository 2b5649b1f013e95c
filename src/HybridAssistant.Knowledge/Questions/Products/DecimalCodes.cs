using System.Collections.Immutable;
using System.Text;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Tells codes apart that differ by a decimal point alone, which folding drops: a GMA-15-R is no GMA-1.5-R.</summary>
internal static class DecimalCodes
{
    /// <summary>Of the products of one key those whose name has its decimal points where the spelling has; all where none has.</summary>
    public static ImmutableArray<CatalogProduct> Nearest(string spelling, ImmutableArray<CatalogProduct> products)
    {
        if (products.Length < 2 || !products.Any(p => HasPoint(p.Name)))
        {
            return products;
        }

        string asked = Fold(spelling);
        ImmutableArray<CatalogProduct> same = [.. products.Where(p => Fold(p.Name) == asked)];
        return same.IsEmpty ? products : same;
    }

    private static bool HasPoint(string name) => Fold(name).Contains('.', StringComparison.Ordinal);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPoint = text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (isPoint || char.IsLetterOrDigit(text[i]))
            {
                folded.Append(isPoint ? '.' : char.ToUpperInvariant(text[i]));
            }
        }

        return folded.ToString();
    }
}
