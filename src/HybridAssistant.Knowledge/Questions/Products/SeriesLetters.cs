using System.Collections.Frozen;
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

    /// <summary>The letters with each model that they begin; empty unless most of the sheet's models begin alike.</summary>
    public static IEnumerable<(string Letters, CatalogProduct Product)> Of(CatalogSheet sheet)
    {
        ProductName[] models = [.. sheet.Products.Where(p => !p.IsSeries && p.Name.Any(char.IsAsciiDigit))];
        return models.GroupBy(p => Letters(p.Name), StringComparer.Ordinal)
            .Where(g => g.Key.Length is >= Shortest and <= Longest && !Taken.Contains(g.Key) && g.Count() > 1 && 2 * g.Count() >= models.Length)
            .SelectMany(g => g.Select(p => (g.Key, new CatalogProduct(sheet.Document, p.Name, p.IsSeries))));
    }

    private static string Letters(string name) => name[..name.AsSpan().IndexOfAnyExceptInRange('A', 'Z')];
}
