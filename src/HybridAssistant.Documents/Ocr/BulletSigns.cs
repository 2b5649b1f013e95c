namespace HybridAssistant.Documents.Ocr;

/// <summary>Turns the letters that recognition sees in bullets back into bullets: "e Weight: 17.5 grams".</summary>
internal static class BulletSigns
{
    private const int MinBullets = 2;

    // Share of the word's height by which the left edges of a list's bullets may differ.
    private const double Aligned = 0.7;

    private static readonly string[] Readings = ["e", "o", "¢", "*", "«", "»", "®", "©", "e@", "@", "°", "eo", "oe", "¢@", "e¢", "+", ">"];

    /// <summary>The words with bullets where at least two lines begin with the same stand-in at the same place.</summary>
    public static IReadOnlyList<RecognizedWord> Restore(IReadOnlyList<RecognizedWord> words)
    {
        List<RecognizedWord> candidates =
        [
            .. words.GroupBy(w => w.Line)
                .Select(line => line.MinBy(w => w.Left)!)
                .Where(w => Readings.Contains(w.Text, StringComparer.Ordinal)),
        ];
        HashSet<RecognizedWord> bullets =
        [
            .. candidates.Where(c => candidates.Count(other => Math.Abs(other.Left - c.Left) <= Aligned * Math.Max(c.Height, c.Width)) >= MinBullets),
        ];
        return [.. words.Select(w => bullets.Contains(w) ? w with { Text = "•", Confidence = 1 } : w)];
    }
}
