using SkiaSharp;

namespace HybridAssistant.Documents.Rendering;

/// <summary>A page as an image.</summary>
/// <param name="Png">The image, PNG.</param>
/// <param name="Dpi">Its resolution.</param>
public sealed record PageImage(byte[] Png, int Dpi)
{
    /// <summary>Decodes the pixels as grey values.</summary>
    /// <param name="turnDegrees">Turns the image clockwise about its centre, white coming in at the corners.</param>
    /// <exception cref="RenderingException">The image is no PNG.</exception>
    internal GrayBitmap ToGray(double turnDegrees = 0)
    {
        using SKBitmap bitmap = SKBitmap.Decode(Png)
            ?? throw new RenderingException("The rendered page is no readable PNG image.");
        using SKBitmap converted = new(new SKImageInfo(bitmap.Width, bitmap.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(converted))
        {
            canvas.Clear(SKColors.White);
            canvas.RotateDegrees((float)turnDegrees, bitmap.Width / 2f, bitmap.Height / 2f);
            canvas.DrawBitmap(bitmap, 0, 0, turnDegrees == 0 ? SKSamplingOptions.Default : new SKSamplingOptions(SKFilterMode.Linear));
        }

        var gray = new GrayBitmap(bitmap.Width, bitmap.Height, Dpi);
        ReadOnlySpan<byte> pixels = converted.GetPixelSpan();
        for (int y = 0; y < gray.Height; y++)
        {
            pixels.Slice(y * converted.RowBytes, gray.Width).CopyTo(gray.Row(y));
        }

        return gray;
    }
}
