using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>
/// Finds ruling lines in the image of a page by run lengths: long thin runs of dark pixels. They are handed to the table
/// stages, and erased before recognition, which otherwise reads them as letters or takes a table for a picture.
/// </summary>
internal sealed class BitmapRules
{
    // In points. Shorter runs are strokes of letters, also of display type; a short one counts as a line only where it
    // joins two lines, as the sides of a cell do.
    private const double MinLength = 8;
    private const double MinFreeLength = 27;
    private const double Touching = 2.5;

    // Thicker dark areas are pictures and filled headers; short ones are stems of display type.
    private const double MaxThickness = 3.2;
    private const double MaxShortThickness = 1.7;
    private const double ShortLength = 60;

    // Header bands of tables, in points; and the share of their pixels that white print leaves dark.
    private const double MinBandWidth = 60;
    private const double MinBandHeight = 8;
    private const double MaxBandHeight = 45;
    private const double MinBandDarkness = 0.6;

    // Scans break thin lines, in pixels.
    private const int MaxGap = 2;

    // Hairlines of a scan are grey: half of them is paper.
    private const byte Dark = 175;

    private readonly GrayBitmap _image;
    private readonly int _minLength;

    private BitmapRules(GrayBitmap image)
    {
        _image = image;
        _minLength = (int)(MinLength / image.PointsPerPixel);
        Cleaned = image.Copy();
    }

    /// <summary>The ruling lines and the edges of bands, in points.</summary>
    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    /// <summary>Dark bands, as header rows have them.</summary>
    public IReadOnlyList<Fill> Bands { get; private set; } = [];

    /// <summary>The image without the lines, and with the bands' white print as dark on light.</summary>
    public GrayBitmap Cleaned { get; }

    /// <summary>Finds the lines and bands of an image.</summary>
    public static BitmapRules Extract(GrayBitmap image)
    {
        var found = new BitmapRules(image);
        List<PixelRule> rows = found.Find(horizontal: true);
        List<PixelRule> bands = found.BandsOf(rows);
        List<PixelRule> lines = found.Accept([.. rows.Where(found.IsThinLine), .. found.Find(horizontal: false).Where(found.IsThinLine)], bands);
        foreach (PixelRule line in lines)
        {
            Erase(found.Cleaned, line);
        }

        foreach (PixelRule band in bands)
        {
            Invert(found.Cleaned, band);
        }

        double scale = image.PointsPerPixel;
        found.Rules = RuleMerger.Merge([.. lines.Select(l => new Rule(l.Horizontal, l.Middle * scale, l.Start * scale, l.End * scale)), .. bands.SelectMany(b => Edges(b, scale))]);
        found.Bands = [.. bands.Select(b => new Fill(new BoundingBox(b.Start * scale, b.First * scale, b.End * scale, (b.Last + 1) * scale), 0))];
        return found;
    }

    private static IEnumerable<Rule> Edges(PixelRule band, double scale) =>
    [
        new Rule(true, band.First * scale, band.Start * scale, band.End * scale),
        new Rule(true, (band.Last + 1) * scale, band.Start * scale, band.End * scale),
        new Rule(false, band.Start * scale, band.First * scale, (band.Last + 1) * scale),
        new Rule(false, band.End * scale, band.First * scale, (band.Last + 1) * scale),
    ];

    /// <summary>Wide, dark, no higher than two lines of text.</summary>
    private List<PixelRule> BandsOf(List<PixelRule> rows)
    {
        double scale = _image.PointsPerPixel;
        List<PixelRule> wide =
        [
            .. rows.Where(r => r.Length * scale >= MinBandWidth && r.Thickness * scale is >= MinBandHeight and <= MaxBandHeight && IsMostlyDark(r))
                .OrderByDescending(r => r.Length),
        ];
        var bands = new List<PixelRule>();
        foreach (PixelRule band in wide)
        {
            if (!bands.Exists(b => b.Start <= band.Start && band.End <= b.End && b.First <= band.Last && band.First <= b.Last))
            {
                bands.Add(band);
            }
        }

        return bands;
    }

    private bool IsMostlyDark(PixelRule band)
    {
        int dark = 0;
        int count = 0;
        for (int y = band.First; y <= band.Last; y += 2)
        {
            for (int x = band.Start; x < band.End; x += 3)
            {
                count++;
                dark += _image[x, y] < Dark ? 1 : 0;
            }
        }

        return dark > count * MinBandDarkness;
    }

    /// <summary>Gathers the long runs of each row (or column), and joins those of neighbouring rows into lines.</summary>
    private List<PixelRule> Find(bool horizontal)
    {
        int rows = horizontal ? _image.Height : _image.Width;
        var open = new List<PixelRule>();
        var done = new List<PixelRule>();
        for (int row = 0; row < rows; row++)
        {
            List<(int Start, int End)> runs = Runs(row, horizontal);
            var next = new List<PixelRule>();
            foreach (PixelRule rule in open)
            {
                int touching = runs.FindIndex(run => run.Start < rule.End && rule.Start < run.End && Overlap(run, rule) * 2 > Math.Min(run.End - run.Start, rule.End - rule.Start));
                if (touching >= 0)
                {
                    (int start, int end) = runs[touching];
                    runs.RemoveAt(touching);
                    next.Add(rule with { Last = row, Start = Math.Min(rule.Start, start), End = Math.Max(rule.End, end) });
                }
                else
                {
                    done.Add(rule);
                }
            }

            next.AddRange(runs.Select(run => new PixelRule(horizontal, row, row, run.Start, run.End)));
            open = next;
        }

        done.AddRange(open);
        return done;
    }

    private bool IsThinLine(PixelRule rule) => rule.Thickness <= ThicknessLimit(rule) && IsFree(rule);

    private double ThicknessLimit(PixelRule rule) =>
        Math.Max(2, (rule.Length < ShortLength / _image.PointsPerPixel ? MaxShortThickness : MaxThickness) / _image.PointsPerPixel);

    /// <summary>Long lines stand by themselves; short ones only between two long ones across them.</summary>
    private List<PixelRule> Accept(List<PixelRule> candidates, List<PixelRule> bands)
    {
        double minFree = MinFreeLength / _image.PointsPerPixel;
        List<PixelRule> standing = [.. candidates.Where(c => c.Length >= minFree)];
        List<PixelRule> free = [.. standing, .. bands.SelectMany(b => new[] { b with { Last = b.First }, b with { First = b.Last } })];
        return
        [
            .. standing,
            .. candidates.Where(c => c.Length < minFree
                && free.Exists(f => Meets(f, c, c.Start))
                && free.Exists(f => Meets(f, c, c.End))),
        ];
    }

    private bool Meets(PixelRule line, PixelRule side, int end)
    {
        double near = Touching / _image.PointsPerPixel;
        return line.Horizontal != side.Horizontal
            && Math.Abs(((line.First + line.Last) / 2.0) - end) <= near
            && side.First >= line.Start - near && side.Last <= line.End + near;
    }

    private List<(int Start, int End)> Runs(int row, bool horizontal)
    {
        var runs = new List<(int, int)>();
        int length = horizontal ? _image.Width : _image.Height;
        int start = -1;
        int lastDark = -1;
        for (int i = 0; i <= length; i++)
        {
            bool dark = i < length && (horizontal ? _image[i, row] : _image[row, i]) < Dark;
            if (dark)
            {
                start = start < 0 ? i : start;
                lastDark = i;
            }
            else if (start >= 0 && (i == length || i - lastDark > MaxGap))
            {
                if (lastDark - start + 1 >= _minLength)
                {
                    runs.Add((start, lastDark + 1));
                }

                start = -1;
            }
        }

        return runs;
    }

    /// <summary>A line has light on both sides along most of its length; the edge of a picture has not.</summary>
    private bool IsFree(PixelRule rule)
    {
        int before = rule.First - 2;
        int behind = rule.Last + 2;
        int limit = rule.Horizontal ? _image.Height : _image.Width;
        int lightBefore = 0;
        int lightBehind = 0;
        int count = 0;
        for (int i = rule.Start; i < rule.End; i += 2)
        {
            count++;
            lightBefore += before < 0 || At(rule.Horizontal, i, before) >= Dark ? 1 : 0;
            lightBehind += behind >= limit || At(rule.Horizontal, i, behind) >= Dark ? 1 : 0;
        }

        return lightBefore * 2 > count && lightBehind * 2 > count;
    }

    private byte At(bool horizontal, int along, int across) => horizontal ? _image[along, across] : _image[across, along];

    private static int Overlap((int Start, int End) run, PixelRule rule) => Math.Min(run.End, rule.End) - Math.Max(run.Start, rule.Start);

    private static void Invert(GrayBitmap image, PixelRule band)
    {
        for (int y = band.First; y <= band.Last; y++)
        {
            foreach (ref byte pixel in image.Row(y)[band.Start..band.End])
            {
                pixel = (byte)(byte.MaxValue - pixel);
            }
        }
    }

    private static void Erase(GrayBitmap image, PixelRule rule)
    {
        int limit = rule.Horizontal ? image.Height : image.Width;
        for (int across = Math.Max(0, rule.First - 1); across <= Math.Min(limit - 1, rule.Last + 1); across++)
        {
            for (int along = rule.Start; along < rule.End; along++)
            {
                if (rule.Horizontal)
                {
                    image[along, across] = byte.MaxValue;
                }
                else
                {
                    image[across, along] = byte.MaxValue;
                }
            }
        }
    }

    private readonly record struct PixelRule(bool Horizontal, int First, int Last, int Start, int End)
    {
        public int Length => End - Start;

        public int Thickness => Last - First + 1;

        public double Middle => (First + Last + 1) / 2.0;
    }
}
