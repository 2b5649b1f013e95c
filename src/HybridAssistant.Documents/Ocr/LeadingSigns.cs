using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>
/// Reads the sign before a number off the image where recognition errs: "±5" has a bar below the plus, "-65" is read as
/// "~65" although its stroke is flat.
/// </summary>
internal static class LeadingSigns
{
    // A plus is as high as it is wide; with a bar run into it it is higher.
    private const double MinAspect = 1.13;

    // A flat stroke, a minus or the bar of a plus-minus, is three times as wide as high or more.
    private const double MaxStroke = 0.34;

    /// <summary>The word with the sign that the image shows.</summary>
    public static RecognizedWord Restore(RecognizedWord word, GrayBitmap image)
    {
        if (word.Text[0] is not ('+' or '~') || (word.Text.Length > 1 && !char.IsAsciiDigit(word.Text[1]) && word.Text[1] != '.'))
        {
            return word;
        }

        List<Blob> blobs = Blob.Of(word, image);
        if (blobs.Count == 0)
        {
            return word;
        }

        if (word.Text[0] == '~')
        {
            bool flat = word.Text.Length > 1 && blobs[0].Height <= MaxStroke * blobs[0].Width;
            return flat ? word with { Text = "-" + word.Text[1..] } : word;
        }

        // Plus and bar are two blobs, one over the other, or have run into one that is higher than wide.
        Blob sign = blobs[0];
        bool hasBar = blobs.Skip(1).Any(b => b.Height <= MaxStroke * b.Width && Math.Abs(b.Left - sign.Left) <= sign.Width * 0.25 && Math.Abs(b.Right - sign.Right) <= sign.Width * 0.25);
        return hasBar || sign.Height >= MinAspect * sign.Width ? word with { Text = "±" + word.Text[1..] } : word;
    }
}
