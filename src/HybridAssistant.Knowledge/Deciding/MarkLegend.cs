using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Reads what a sheet prints below a table of features: "● standard ○ option – not available".</summary>
internal static partial class MarkLegend
{
    /// <summary>What the sheet of a fact says of its mark; empty where the value is no mark, or the sheet does not say.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="facts">The candidates, the legend among them.</param>
    public static string MeaningOf(Fact fact, ImmutableArray<ScoredFact> facts)
    {
        if (fact.Value.Length != 1 || !FeatureMarks.IsMark(fact.Value))
        {
            return "";
        }

        foreach (ScoredFact candidate in facts.Where(f => f.Entry.Document == fact.Document && f.Entry.Fact!.Product.Length == 0))
        {
            Dictionary<string, string> legend = Read(candidate.Entry.Fact!.Value);
            if (legend.Count > 1 && legend.TryGetValue(fact.Value, out string? meaning))
            {
                return meaning;
            }
        }

        return "";
    }

    private static Dictionary<string, string> Read(string text)
    {
        var legend = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match entry in Entry().Matches(text))
        {
            legend.TryAdd(entry.Groups["mark"].Value, entry.Groups["meaning"].Value.Trim());
        }

        // A legend that opens the line may have lost its first mark to a list's bullet.
        if (legend.Count > 0 && !legend.ContainsKey("●") && Opening().Match(text) is { Success: true } opening)
        {
            legend["●"] = opening.Value.Trim();
        }

        return legend;
    }

    [GeneratedRegex(@"(?<mark>[●○•◦✓✔■□–—])\s*[=:]?\s*(?<meaning>\p{L}[\p{L} ]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*\p{L}[\p{L} ]*(?=[\s,;]+[○◦□])", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
