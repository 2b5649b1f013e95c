using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Tells "±5" from "+5", which recognition reads alike: the image shows a bar below the plus.</summary>
internal static class PlusMinusSigns
{
    // A plus is as high as it is wide; the bar adds at least a sixth.
    private const double MinAspect = 1.13;

    /// <summary>The word with the sign that the image shows.</summary>
    public static RecognizedWord Restore(RecognizedWord word, GrayBitmap image)
    {
        if (word.Text[0] != '+' || (word.Text.Length > 1 && !char.IsAsciiDigit(word.Text[1]) && word.Text[1] != '.'))
        {
            return word;
        }

        List<Blob> blobs = Blob.Of(word, image);
        if (blobs.Count == 0)
        {
            return word;
        }

        // Plus and bar may be one blob or two that stand one over the other.
        Blob sign = blobs[0];
        foreach (Blob next in blobs.Skip(1).Where(b => b.Left < sign.Right && b.Right - sign.Right <= sign.Width * 0.25))
        {
            sign = new Blob(Math.Min(sign.Left, next.Left), Math.Min(sign.Top, next.Top), Math.Max(sign.Right, next.Right), Math.Max(sign.Bottom, next.Bottom));
        }

        return sign.Height >= MinAspect * sign.Width ? word with { Text = "±" + word.Text[1..] } : word;
    }
}
