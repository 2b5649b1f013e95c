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

    // Scans break thin lines, in pixels.
    private const int MaxGap = 2;

    private const byte Dark = 150;

    private readonly GrayBitmap _image;
    private readonly int _minLength;

    private BitmapRules(GrayBitmap image)
    {
        _image = image;
        _minLength = (int)(MinLength / image.PointsPerPixel);
    }

    /// <summary>The ruling lines, in points, and the image without them.</summary>
    public static (List<Rule> Rules, GrayBitmap Cleaned) Extract(GrayBitmap image)
    {
        var finder = new BitmapRules(image);
        List<PixelRule> found = finder.Accept([.. finder.Find(horizontal: true), .. finder.Find(horizontal: false)]);
        GrayBitmap cleaned = image.Copy();
        foreach (PixelRule rule in found)
        {
            Erase(cleaned, rule);
        }

        double scale = image.PointsPerPixel;
        List<Rule> rules = [.. found.Select(r => new Rule(r.Horizontal, (r.First + r.Last + 1) / 2.0 * scale, r.Start * scale, r.End * scale))];
        return (RuleMerger.Merge(rules), cleaned);
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
        return [.. done.Where(rule => rule.Thickness <= ThicknessLimit(rule) && IsFree(rule))];
    }

    private double ThicknessLimit(PixelRule rule) =>
        Math.Max(2, (rule.Length < ShortLength / _image.PointsPerPixel ? MaxShortThickness : MaxThickness) / _image.PointsPerPixel);

    /// <summary>Long lines stand by themselves; short ones only between two long ones across them.</summary>
    private List<PixelRule> Accept(List<PixelRule> candidates)
    {
        double minFree = MinFreeLength / _image.PointsPerPixel;
        List<PixelRule> free = [.. candidates.Where(c => c.Length >= minFree)];
        return
        [
            .. free,
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
    }
}
