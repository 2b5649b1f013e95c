using UglyToad.PdfPig.Graphics.Colors;

namespace HybridAssistant.Documents.Reading;

/// <summary>Colours as 0xRRGGBB.</summary>
internal static class ColorValue
{
    /// <summary>The page's own colour.</summary>
    public const int White = 0xFFFFFF;

    /// <summary>A colour that cannot be told: patterns and shadings.</summary>
    public const int Unknown = 0x808080;

    /// <summary>Packs a colour; black where the page sets none.</summary>
    public static int Of(IColor? color)
    {
        if (color is null)
        {
            return 0;
        }

        if (color is PatternColor)
        {
            return Unknown;
        }

        (double r, double g, double b) = color.ToRGBValues();
        return (Channel(r) << 16) | (Channel(g) << 8) | Channel(b);
    }

    /// <summary>The largest difference of the two in one channel, 0 to 255.</summary>
    public static int Distance(int a, int b) => Math.Max(
        Math.Abs(((a >> 16) & 255) - ((b >> 16) & 255)),
        Math.Max(Math.Abs(((a >> 8) & 255) - ((b >> 8) & 255)), Math.Abs((a & 255) - (b & 255))));

    private static int Channel(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
