using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Ocr;

/// <summary>
/// Gives one code one spelling in a document: where recognition reads "NE561B" here and "NES61B" there, the reading met
/// more often is taken in both places; of two met alike, the one with more digits, since recognition prefers letters.
/// </summary>
internal static class CodeSpellings
{
    private const int MinLength = 4;

    /// <summary>Unifies the spellings over the recognised pages, in place.</summary>
    public static void Unify(List<PageContent> pages)
    {
        Dictionary<string, string> best = pages
            .Where(p => p.ReadBy == Core.Sheets.ReadBy.Ocr)
            .SelectMany(p => p.Lines).SelectMany(l => l.Words)
            .Where(w => IsCode(w.Text))
            .GroupBy(w => KeyOf(w.Text), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, BestOf, StringComparer.Ordinal);
        for (int i = 0; i < pages.Count; i++)
        {
            if (pages[i].ReadBy == Core.Sheets.ReadBy.Ocr)
            {
                pages[i] = pages[i] with { Lines = [.. pages[i].Lines.Select(line => Unify(line, best))] };
            }
        }
    }

    private static string BestOf(IEnumerable<Word> readings) => readings
        .GroupBy(w => w.Text, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenByDescending(g => g.Key.Count(char.IsAsciiDigit))
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key;

    private static TextLine Unify(TextLine line, Dictionary<string, string> best) =>
        line.Words.Any(w => IsCode(w.Text) && best[KeyOf(w.Text)] != w.Text)
            ? line with { Words = [.. line.Words.Select(w => IsCode(w.Text) ? w with { Text = best[KeyOf(w.Text)] } : w)] }
            : line;

    /// <summary>Capitals and digits in one word; numbers and words are left alone.</summary>
    private static bool IsCode(string text) =>
        text.Length >= MinLength
        && text.Any(char.IsAsciiDigit)
        && text.Count(char.IsAsciiLetterUpper) >= 2
        && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '-' or '/' or '.');

    private static string KeyOf(string code) => string.Concat(code.Select(c => c switch
    {
        'S' => '5',
        'O' or 'Q' or 'D' => '0',
        'I' => '1',
        'B' => '8',
        'Z' => '2',
        'G' => '6',
        _ => c,
    }));
}
