using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HybridAssistant.Core.Sheets;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace HybridAssistant.Documents.Reading;

/// <summary>
/// Tells text that a person sees from text that only a machine finds (page colour on page colour, tiny, off the page,
/// never painted): that is where instructions to machines hide.
/// </summary>
internal sealed class VisibilityFilter
{
    // Smallest type that is printed on purpose; legal lines are set in 4 points and up.
    private const double SmallestSize = 2;

    // Differences of colour below this (of 255) cannot be seen.
    private const int SameColor = 12;

    private const int LongestExcerpt = 80;

    private readonly double _width;
    private readonly double _height;
    private readonly IReadOnlyList<Fill> _backdrops;
    private readonly List<BoundingBox> _images;
    private readonly bool _scanned;
    private readonly StringBuilder _dropped = new();
    private int _droppedLetters;

    public VisibilityFilter(double width, double height, IReadOnlyList<Fill> backdrops, List<BoundingBox> images)
    {
        _width = width;
        _height = height;
        _backdrops = backdrops;
        _images = images;
        _scanned = images.Exists(image => image.Width * image.Height > 0.7 * width * height);
    }

    /// <summary>True where unpainted text lies over a full-page image: a scan with its recognised text.</summary>
    public bool SawOcrLayer { get; private set; }

    /// <summary>Whether the letter can be seen; what cannot is remembered for the report.</summary>
    public bool Admits(Letter letter, string text)
    {
        if (IsVisible(letter))
        {
            return true;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            _droppedLetters++;
        }

        if (_dropped.Length < LongestExcerpt)
        {
            _dropped.Append(text);
        }

        return false;
    }

    /// <summary>What the ingest report says about dropped text.</summary>
    public ImmutableArray<SheetFinding> Findings(int pageNumber)
    {
        if (_droppedLetters == 0)
        {
            return [];
        }

        string excerpt = _dropped.ToString().Trim();
        excerpt = excerpt.Length > LongestExcerpt ? excerpt[..LongestExcerpt] : excerpt;
        return
        [
            new SheetFinding(pageNumber, string.Create(
                CultureInfo.InvariantCulture,
                $"Dropped {_droppedLetters} letters that cannot be seen on the page, beginning \"{excerpt}\".")),
        ];
    }

    private bool IsVisible(Letter letter)
    {
        double x = (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2;
        double y = _height - letter.StartBaseLine.Y;
        if (x < -1 || x > _width + 1 || y < -1 || y > _height + 4)
        {
            return false;
        }

        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        {
            SawOcrLayer |= _scanned;
            return _scanned;
        }

        if (letter.PointSize is > 0 and < SmallestSize)
        {
            return false;
        }

        int color = ColorValue.Of(letter.Color);
        return ColorValue.Distance(color, ColorValue.White) > SameColor || !IsOnPaper(x, y - (0.3 * letter.PointSize));
    }

    /// <summary>Whether nothing but white lies under a point.</summary>
    private bool IsOnPaper(double x, double y)
    {
        for (int i = _backdrops.Count - 1; i >= 0; i--)
        {
            if (Holds(_backdrops[i].Box, x, y) && ColorValue.Distance(_backdrops[i].Color, ColorValue.White) > SameColor)
            {
                return false;
            }
        }

        foreach (BoundingBox image in _images)
        {
            if (Holds(image, x, y))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(BoundingBox box, double x, double y) =>
        x >= box.X0 - 1 && x <= box.X1 + 1 && y >= box.Y0 - 1 && y <= box.Y1 + 1;
}
