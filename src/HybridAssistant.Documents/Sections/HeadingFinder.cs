using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Tells headings from running text by size, weight, capitals and length.</summary>
internal sealed class HeadingFinder
{
    private const int MostWords = 14;
    private const double LargerThanBody = 1.12;

    private readonly double _bodySize;

    public HeadingFinder(double bodySize) => _bodySize = bodySize;

    /// <summary>The size in which most letters of the pages' text are set.</summary>
    public static double BodySize(IEnumerable<PageContent> pages)
    {
        var letters = new Dictionary<double, int>();
        foreach (PageContent page in pages)
        {
            foreach (TextLine line in page.Lines)
            {
                foreach (Word word in line.Words)
                {
                    double size = Math.Round(word.FontSize * 2) / 2;
                    letters[size] = letters.GetValueOrDefault(size) + word.Text.Length;
                }
            }
        }

        return letters.Count == 0 ? 10 : letters.MaxBy(static pair => pair.Value).Key;
    }

    /// <summary>Whether a line is a heading.</summary>
    public bool IsHeading(TextLine line)
    {
        if (line.Words.Count > MostWords)
        {
            return false;
        }

        string text = LineText.Of(line);
        if (text.Length < 2 || text[^1] is '.' or ',' or ';' or '?' || Bullet.StartsLine(line.Words[0].Text) || !text.Any(char.IsLetter))
        {
            return false;
        }

        if (IsCaption(line))
        {
            return true;
        }

        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains('@') || text.Contains("www.", StringComparison.Ordinal) || ValueShape.StartsAsQuantity(text) && Facts.LabelText.ClauseNumberLength(text) == 0)
        {
            return false;
        }

        return line.FontSize >= LargerThanBody * _bodySize
            || (line.Words.All(static w => w.Bold) && line.FontSize >= 0.9 * _bodySize)
            || (line.Words.Count <= 6 && IsCapitals(text) && line.FontSize >= _bodySize);
    }

    /// <summary>"Table 3. Transmitter specifications" heads a table in any type.</summary>
    private static bool IsCaption(TextLine line) =>
        line.Words.Count > 2 && line.Words[0].Text is "Table" or "Tabelle" or "TABLE" && line.Words[1].Text.Length > 0 && char.IsAsciiDigit(line.Words[1].Text[0]);

    private static bool IsCapitals(string text)
    {
        int upper = 0;
        foreach (char c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 4;
    }
}
