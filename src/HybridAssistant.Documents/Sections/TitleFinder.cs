using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Finds the title: the largest type in the upper part of the first page that has text.</summary>
internal static class TitleFinder
{
    private const double UpperPart = 0.45;
    private const double SameSize = 0.9;
    private const double LargerThanUsual = 1.15;

    /// <summary>Finds the title; the file's name stands in for a missing one.</summary>
    public static SheetTitle Find(IReadOnlyList<PageContent> pages, string document)
    {
        foreach (PageContent page in pages)
        {
            List<Segment> candidates = [];
            foreach (TextLine line in page.Lines)
            {
                if (line.Box.Y0 < UpperPart * page.Height)
                {
                    candidates.AddRange(LineSplitter.Split(line).Where(IsTitleLike));
                }
            }

            if (candidates.Count > 0)
            {
                return Largest(candidates);
            }
        }

        return new SheetTitle(Path.GetFileNameWithoutExtension(document), "");
    }

    private static SheetTitle Largest(List<Segment> candidates)
    {
        double largest = candidates.Max(static s => s.First.FontSize);
        int first = candidates.FindIndex(s => s.First.FontSize >= SameSize * largest);
        string text = candidates[first].Text;
        int next = first + 1;
        while (next < candidates.Count && candidates[next].First.FontSize >= SameSize * largest
            && candidates[next].Line.Baseline - candidates[next - 1].Line.Baseline < 1.6 * largest
            && (candidates[next].Line != candidates[next - 1].Line || candidates[next].X0 - candidates[next - 1].X1 < 6 * largest)
            && next - first < 3)
        {
            text += " " + candidates[next].Text;
            next++;
        }

        string subtitle = next < candidates.Count && candidates[next].Line.Baseline - candidates[next - 1].Line.Baseline < 3 * largest ? candidates[next].Text : "";
        return new SheetTitle(Cleaned(text), subtitle, CodeAmong(candidates));
    }

    /// <summary>The only bold or larger line that is a code and nothing else.</summary>
    private static string CodeAmong(List<Segment> candidates)
    {
        double[] sizes = [.. candidates.Select(static s => s.First.FontSize).Order()];
        double usual = sizes[sizes.Length / 2];
        string[] codes = [.. candidates
            .Where(s => s.Count == 1 && ValueShape.IsCode(s.Text) && s.Text.Length >= 4 && s.First.FontSize > usual * LargerThanUsual)
            .Select(static s => s.Text)
            .Distinct(StringComparer.Ordinal)];
        return codes.Length == 1 ? codes[0] : "";
    }

    private static bool IsTitleLike(Segment segment)
    {
        string text = segment.Text;
        return text.Length >= 3 && segment.Count <= 16 && text.Any(char.IsLetterOrDigit)
            && !text.Contains('@') && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) && !text.Contains(".com", StringComparison.OrdinalIgnoreCase)
            && !IsKindOfDocument(text);
    }

    private static bool IsKindOfDocument(string text) =>
        text.Trim().ToUpperInvariant() is "DATASHEET" or "DATA SHEET" or "PRODUCT DATASHEET" or "PRODUCT DATA SHEET" or "SPECIFICATION" or "SPECIFICATIONS" or "TECHNICAL DATA" or "TECHNICAL DATA SHEET" or "PRODUCT SPECIFICATION";

    private static string Cleaned(string text)
    {
        foreach (string kind in (ReadOnlySpan<string>)["Data Sheet", "Datasheet", "DATASHEET", "DATA SHEET", "Technical Data"])
        {
            if (text.EndsWith(kind, StringComparison.Ordinal) && text.Length > kind.Length + 3)
            {
                text = text[..^kind.Length];
            }
        }

        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && HeaderWords.RoleOf(text[..colon]) == ColumnRole.Key)
        {
            text = text[(colon + 2)..];
        }

        return text.Trim(' ', '–', '-', ':', '|');
    }
}
