using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Finds the letters that the models of a sheet begin with, by which customers call the series: "the IS sensors".</summary>
internal static class SeriesLetters
{
    private const int Shortest = 2;
    private const int Longest = 5;

    // Capitals that mean something else in a question, whatever a sheet's models are called.
    private static readonly FrozenSet<string> Taken =
        "AC DC DN PN IP PT EX CE UL SIL NO NC IO PNP NPN LED USB CAN RTD ID OD HP KW RPM PSI GPM NPT AWG EMC MTBF PTFE FKM EPDM NBR PVC"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The letters with what each names: the models that they begin, and the sheets of other things for them ("Options for FD drives").</summary>
    public static FrozenDictionary<string, ImmutableArray<CatalogProduct>> Of(ImmutableArray<CatalogSheet> sheets)
    {
        var models = sheets.SelectMany(ModelsOf).GroupBy(m => m.Letters, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(m => m.Product).ToImmutableArray(), StringComparer.Ordinal);
        return models.ToFrozenDictionary(
            m => m.Key,
            m => m.Value.AddRange(sheets.Where(s => PrintsInTitle(s, m.Key) && !m.Value.Any(p => p.Document == s.Document))
                .Select(s => new CatalogProduct(s.Document, s.Products.FirstOrDefault(p => p.IsSeries)?.Name ?? s.Title, true))),
            StringComparer.Ordinal);
    }

    // Of most models of the sheet, or of those that its title speaks of.
    private static IEnumerable<(string Letters, CatalogProduct Product)> ModelsOf(CatalogSheet sheet)
    {
        ProductName[] models = [.. sheet.Products.Where(p => !p.IsSeries && p.Name.Any(char.IsAsciiDigit))];
        return models.GroupBy(p => Letters(p.Name), StringComparer.Ordinal)
            .Where(g => g.Key.Length is >= Shortest and <= Longest && !Taken.Contains(g.Key) && g.Count() > 1
                && (2 * g.Count() >= models.Length || PrintsInTitle(sheet, g.Key)))
            .SelectMany(g => g.Select(p => (g.Key, new CatalogProduct(sheet.Document, p.Name, p.IsSeries))));
    }

    private static bool PrintsInTitle(CatalogSheet sheet, string letters)
    {
        int at = sheet.Title.IndexOf(letters, StringComparison.Ordinal);
        int end = at + letters.Length;
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(sheet.Title[at - 1]))
            && (end == sheet.Title.Length || !char.IsLetterOrDigit(sheet.Title[end]));
    }

    private static string Letters(string name) => name[..name.AsSpan().IndexOfAnyExceptInRange('A', 'Z')];
}
