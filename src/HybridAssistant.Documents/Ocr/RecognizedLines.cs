using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Makes recognised words into the lines of the page model, so that the table stages treat them like text.</summary>
internal static class RecognizedLines
{
    // Below this, what looks like letters is mostly dust, hatching or a picture; in the rows of ruled tables it is text all the same.
    private const double MinConfidence = 0.2;

    // Signs that say something by themselves; others are specks and scraps of lines.
    private const string LoneSigns = "%‰*-–•#/&±~<>+°≤≥Ω✓√●";

    // From the middle of a row to its line, in points: rows of one or two lines of text.
    private const double MaxRowHeight = 14;

    // Display type is read surely (titles lie above 0.85), shapes in pictures are not (up to 0.6).
    private const double DisplaySize = 1.8;
    private const double MinDisplayConfidence = 0.65;

    private const double Ascent = 0.76;
    private const double Descent = 0.22;

    // Baselines of one row wander by this share of the font size: boxes are whole pixels and scans are skewed.
    private const double BaselineTolerance = 0.35;

    // A footnote mark stands at least this share of the font size above the baseline.
    private const double RaisedBy = 0.12;

    /// <summary>The lines, top to bottom, of words, left to right.</summary>
    /// <param name="recognized">The words as recognised.</param>
    /// <param name="image">The page's image.</param>
    /// <param name="rules">The page's ruling lines, in points.</param>
    public static List<TextLine> Build(IReadOnlyList<RecognizedWord> recognized, GrayBitmap image, IReadOnlyList<Rule> rules)
    {
        IEnumerable<RecognizedWord> mended = BulletSigns.Restore(recognized)
            .Where(w => IsLegible(w) && (w.Confidence >= MinConfidence || IsInTableRow(w, rules, image.PointsPerPixel)))
            .Select(w => LeadingSigns.Restore(DecimalPoints.Restore(w, image), image));
        List<Word> words = WithoutPictures([.. mended.GroupBy(w => w.Line).SelectMany(line => OfLine([.. line], image))]);
        words.Sort(static (a, b) => a.Baseline.CompareTo(b.Baseline));
        var lines = new List<TextLine>();
        int start = 0;
        while (start < words.Count)
        {
            int end = start + 1;
            while (end < words.Count
                && words[end].Baseline - words[end - 1].Baseline <= BaselineTolerance * words[end].FontSize
                && words[end].Baseline - words[start].Baseline <= BaselineTolerance * 1.5 * words[start].FontSize)
            {
                end++;
            }

            List<Word> row = words.GetRange(start, end - start);
            row.Sort(static (a, b) => a.Box.X0.CompareTo(b.Box.X0));
            lines.Add(new TextLine(row, row[0].Baseline));
            start = end;
        }

        return lines;
    }

    private static bool IsLegible(RecognizedWord word) =>
        word.Text.Any(c => char.IsLetterOrDigit(c) || LoneSigns.Contains(c, StringComparison.Ordinal));

    /// <summary>Whether ruling lines run close above and below the word.</summary>
    private static bool IsInTableRow(RecognizedWord word, IReadOnlyList<Rule> rules, double scale)
    {
        double x = (word.Left + (word.Width / 2.0)) * scale;
        double y = (word.Top + (word.Height / 2.0)) * scale;
        bool above = false;
        bool below = false;
        foreach (Rule rule in rules)
        {
            if (rule.Horizontal && rule.Start <= x && x <= rule.End && Math.Abs(rule.Position - y) <= MaxRowHeight)
            {
                above |= rule.Position < y;
                below |= rule.Position > y;
            }
        }

        return above && below;
    }

    /// <summary>What is read in logos and photographs: display size, and unsure.</summary>
    private static List<Word> WithoutPictures(List<Word> words)
    {
        if (words.Count == 0)
        {
            return words;
        }

        double display = DisplaySize * Median(words.Select(w => w.FontSize));
        return [.. words.Where(w => w.FontSize < display || w.Confidence >= MinDisplayConfidence)];
    }


    /// <summary>Words of one recognised line share its median font size and baseline: single boxes are off by what their letters lack.</summary>
    private static List<Word> OfLine(List<RecognizedWord> line, GrayBitmap image)
    {
        double scale = image.PointsPerPixel;
        List<(RecognizedWord Word, double Baseline, double Size)> shapes = [.. line.Select(w => (w, WordShape.Of(w).Baseline, WordShape.Of(w).FontSize))];
        double size = Median(shapes.Select(s => s.Size)) * scale;
        var words = new List<Word>(line.Count);
        foreach ((RecognizedWord word, double baseline, _) in shapes)
        {
            double y = baseline * scale;
            if (words.Count > 0 && IsFootnoteMark(word, y, words[^1], size, scale))
            {
                words[^1] = words[^1] with { Mark = word.Text };
                continue;
            }

            words.Add(new Word
            {
                Text = RecognizedText.Clean(word.Text),
                Box = new BoundingBox(word.Left * scale, y - (Ascent * size), (word.Left + word.Width) * scale, y + (Descent * size)),
                Baseline = y,
                FontSize = size,
                Confidence = word.Confidence,
            });
        }

        return words;
    }

    /// <summary>A raised "(3)" or "1)" close behind a word, its opening bracket often unread.</summary>
    private static bool IsFootnoteMark(RecognizedWord word, double baseline, Word before, double size, double scale) =>
        word.Text.Length <= 3 && word.Text[^1] == ')' && word.Text.Any(char.IsAsciiDigit)
        && before.Baseline - baseline > RaisedBy * size
        && (word.Left * scale) - before.Box.X1 < size;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
