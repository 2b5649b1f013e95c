using System.Collections.Frozen;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>How well a question's names fit the sheets that candidates come from, the best of them at 1.</summary>
internal sealed class SheetScores
{
    // Where the question names no sheet at all, none is worse than another.
    private const double NoSheetNamed = 0.7;

    private readonly FrozenDictionary<string, double> _scores;

    public SheetScores(QuestionAnalysis question, ProductCatalog catalog, IEnumerable<string> documents)
    {
        var scorer = new SheetScorer(question, catalog);
        Dictionary<string, double> scores = documents.Distinct(StringComparer.Ordinal).ToDictionary(d => d, scorer.Score, StringComparer.Ordinal);
        double best = scores.Values.DefaultIfEmpty().Max();
        _scores = scores.ToFrozenDictionary(p => p.Key, p => best > 0 ? p.Value / best : NoSheetNamed, StringComparer.Ordinal);
        NameStems = best > 0 ? catalog.WordsOf(scores.MaxBy(p => p.Value).Key) : FrozenSet<string>.Empty;
    }

    /// <summary>Words in the names of the sheet that the question fits best; empty where it names none.</summary>
    public FrozenSet<string> NameStems { get; }

    /// <summary>The score of a sheet, 0 to 1; 0 of one that no candidate comes from.</summary>
    public double Of(string document) => _scores.TryGetValue(document, out double score) ? score : 0;
}
