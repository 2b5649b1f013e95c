using System.Globalization;
using System.Text;

namespace HybridAssistant.Documents.Rendering;

/// <summary>Grey values of a page, 0 black to 255 white, row by row from the top.</summary>
internal sealed class GrayBitmap(int width, int height, int dpi)
{
    private readonly byte[] _pixels = new byte[width * height];

    /// <summary>Width in pixels.</summary>
    public int Width => width;

    /// <summary>Height in pixels.</summary>
    public int Height => height;

    /// <summary>Pixels per inch.</summary>
    public int Dpi => dpi;

    /// <summary>Points per pixel.</summary>
    public double PointsPerPixel => 72.0 / dpi;

    /// <summary>One row of pixels.</summary>
    public Span<byte> Row(int y) => _pixels.AsSpan(y * width, width);

    /// <summary>The grey value of a pixel.</summary>
    public byte this[int x, int y]
    {
        get => _pixels[(y * width) + x];
        set => _pixels[(y * width) + x] = value;
    }

    /// <summary>A copy that can be changed.</summary>
    public GrayBitmap Copy()
    {
        var copy = new GrayBitmap(width, height, dpi);
        _pixels.CopyTo(copy._pixels, 0);
        return copy;
    }

    /// <summary>The share of pixels darker than mid-grey, 0 to 1.</summary>
    public double InkShare()
    {
        long dark = 0;
        foreach (byte pixel in _pixels)
        {
            dark += pixel < 128 ? 1 : 0;
        }

        return (double)dark / Math.Max(1, _pixels.Length);
    }

    /// <summary>The image as a binary portable greymap, the plainest format that tesseract reads.</summary>
    public byte[] ToPortableGraymap()
    {
        byte[] header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n"));
        return [.. header, .. _pixels];
    }
}
