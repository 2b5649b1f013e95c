using HybridAssistant.Core.Sheets;
using SkiaSharp;

namespace HybridAssistant.Documents.Rendering;

/// <summary>
/// Draws the boxes of facts on the image of their page: blue where a fact may be quoted, red where it is doubtful, with
/// the attribute written above, so that a person sees at a glance what the reader understood.
/// </summary>
public static class FactOverlay
{
    private const float LabelSize = 5; // points
    private const int MaxLabelLength = 60;
    private static readonly string[] FontFiles =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
        "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    ];

    private static readonly SKColor Quotable = new(0x1F, 0x5F, 0xD0);
    private static readonly SKColor Doubtful = new(0xD0, 0x20, 0x20);

    /// <summary>The page with its facts, PNG.</summary>
    /// <param name="page">The page's image.</param>
    /// <param name="facts">Facts of that page.</param>
    /// <exception cref="RenderingException">The image is no PNG.</exception>
    public static byte[] Draw(PageImage page, IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(facts);
        using SKBitmap bitmap = SKBitmap.Decode(page.Png) ?? throw new RenderingException("The rendered page is no readable PNG image.");
        float scale = page.Dpi / 72f;
        using (var canvas = new SKCanvas(bitmap))
        using (SKTypeface face = Face())
        using (var font = new SKFont(face, LabelSize * scale))
        {
            foreach (Fact fact in facts)
            {
                DrawFact(canvas, font, fact, scale);
            }
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void DrawFact(SKCanvas canvas, SKFont font, Fact fact, float scale)
    {
        SKColor color = fact.Doubt is null ? Quotable : Doubtful;
        var box = new SKRect((float)fact.Box.X0 * scale, (float)fact.Box.Y0 * scale, (float)fact.Box.X1 * scale, (float)fact.Box.Y1 * scale);
        using var fill = new SKPaint { Color = color.WithAlpha(40), Style = SKPaintStyle.Fill };
        using var edge = new SKPaint { Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = 0.5f * scale, IsAntialias = true };
        using var ink = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRect(box, fill);
        canvas.DrawRect(box, edge);
        string label = Label(fact);
        canvas.DrawText(label.Length > MaxLabelLength ? label[..MaxLabelLength] : label, box.Left, box.Top - (0.5f * scale), SKTextAlign.Left, font, ink);
    }

    /// <summary>The native library comes without fontconfig and finds no fonts by itself; without any, labels are left out.</summary>
    private static SKTypeface Face() =>
        FontFiles.Where(File.Exists).Select(file => SKTypeface.FromFile(file)).FirstOrDefault(face => face is not null) ?? SKTypeface.CreateDefault();

    private static string Label(Fact fact) =>
        string.Join(" · ", new[] { fact.Product, fact.Attribute, fact.Condition }.Where(part => part.Length > 0));
}
