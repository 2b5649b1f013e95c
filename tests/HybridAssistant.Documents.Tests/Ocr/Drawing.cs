using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Tests.Ocr;

/// <summary>Small images drawn by hand: 144 dpi, two pixels a point.</summary>
internal static class Drawing
{
    public static GrayBitmap Blank(int width, int height)
    {
        var image = new GrayBitmap(width, height, 144);
        Fill(image, 0, 0, width, height, 255);
        return image;
    }

    public static void Fill(GrayBitmap image, int left, int top, int right, int bottom, byte shade = 0)
    {
        for (int y = top; y < bottom; y++)
        {
            image.Row(y)[left..right].Fill(shade);
        }
    }
}
