using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Puts what was recognised back on the page as displayed, and lets unsure words make their facts doubtful.</summary>
internal static class RecognizedSheet
{
    // A choice for caution, not a fit: on the sheets tried, right and wrong readings alike lie below it.
    private const double MinValueConfidence = 0.5;

    /// <summary>The sheet with the boxes and the confidence of its recognised facts.</summary>
    public static SpecSheet Finish(SpecSheet sheet, IReadOnlyList<PageContent> pages, IReadOnlyDictionary<int, PageTurn> turns) =>
        turns.Count == 0
            ? sheet
            : sheet with
            {
                Facts = [.. sheet.Facts.Select(f => turns.TryGetValue(f.Page, out PageTurn turn) ? Finish(f, pages[f.Page - 1], turn) : f)],
                Passages = [.. sheet.Passages.Select(p => turns.TryGetValue(p.Page, out PageTurn turn) ? p with { Box = turn.ToDisplayed(p.Box) } : p)],
            };

    private static Fact Finish(Fact fact, PageContent page, PageTurn turn)
    {
        double sureness = page.Lines.SelectMany(l => l.Words)
            .Where(w => w.Text.Any(char.IsLetterOrDigit) && Holds(fact.Box, w.Box) && fact.Value.Contains(w.Text, StringComparison.Ordinal))
            .Select(w => w.Confidence)
            .DefaultIfEmpty(1)
            .Min();
        return fact with
        {
            Box = turn.ToDisplayed(fact.Box),
            Confidence = fact.Confidence * sureness,
            Doubt = fact.Doubt ?? (sureness < MinValueConfidence ? "recognised too unsurely" : null),
        };
    }

    private static bool Holds(BoundingBox outer, BoundingBox word) =>
        word.CenterX >= outer.X0 && word.CenterX <= outer.X1 && word.CenterY >= outer.Y0 && word.CenterY <= outer.Y1;
}
