using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Removes running headers and footers: text that stands at the same place on most pages, page numbers aside.</summary>
internal static class RunningTextFilter
{
    // Headers and footers stand in the outer parts of the page.
    private const double Margin = 0.16;

    /// <summary>The lines of each page without running text.</summary>
    public static List<IReadOnlyList<TextLine>> Filter(IReadOnlyList<PageContent> pages)
    {
        var places = new Dictionary<(int, string), int>();
        foreach (PageContent page in pages)
        {
            foreach ((int, string) place in page.Lines.Where(line => IsInMargin(page, line)).Select(PlaceOf).Distinct())
            {
                places[place] = places.GetValueOrDefault(place) + 1;
            }
        }

        int enough = Math.Max(2, (pages.Count + 1) / 2);
        var kept = new List<IReadOnlyList<TextLine>>(pages.Count);
        foreach (PageContent page in pages)
        {
            kept.Add([.. page.Lines.Where(line => !IsInMargin(page, line) || places[PlaceOf(line)] < enough)]);
        }

        return kept;
    }

    private static bool IsInMargin(PageContent page, TextLine line) =>
        line.Box.Y1 < Margin * page.Height || line.Box.Y0 > (1 - Margin) * page.Height;

    /// <summary>Same height on the page, same text with its numbers masked.</summary>
    private static (int, string) PlaceOf(TextLine line)
    {
        string text = string.Create(LineText.Of(line).Length, LineText.Of(line), static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiDigit(source[i]) ? '0' : source[i];
            }
        });
        return ((int)Math.Round(line.Baseline / 4), text);
    }
}
