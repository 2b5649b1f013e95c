using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>
/// Puts decimal points back that recognition lost: in small print "4.9" becomes "49", a wrong value that looks right.
/// The image shows the point as a small blob on the baseline between two digits.
/// </summary>
internal static class DecimalPoints
{
    // Shares of the digits' height. On two sheets of 6 and 10 point type points reach 0.11 to 0.18, digits 0.89 to 1.
    private const double MaxPoint = 0.3;
    private const double MinDigit = 0.7;

    /// <summary>The word with a point where the image has one; unchanged where it is no plain number or the image does not fit it.</summary>
    public static RecognizedWord Restore(RecognizedWord word, GrayBitmap image)
    {
        string text = word.Text.TrimEnd(',');
        if (text.Length is < 2 or > 7 || !text.All(char.IsAsciiDigit))
        {
            return word;
        }

        List<Blob> blobs = Blob.Of(word, image);
        if (blobs.Count != text.Length + 1 + (word.Text.Length - text.Length))
        {
            return word;
        }

        int height = blobs.Max(b => b.Height);
        int baseline = blobs.Where(b => b.Height >= MinDigit * height).Max(b => b.Bottom);
        int point = blobs.FindIndex(b => b.Height <= MaxPoint * height && b.Width <= MaxPoint * height && Math.Abs(b.Bottom - baseline) <= Math.Max(2, 0.1 * height));
        bool onlyDigitsElse = blobs.Take(text.Length + 1).Where((_, i) => i != point).All(b => b.Height >= MinDigit * height);
        return point > 0 && point < text.Length && onlyDigitsElse
            ? word with { Text = word.Text.Insert(point, ".") }
            : word;
    }
}
