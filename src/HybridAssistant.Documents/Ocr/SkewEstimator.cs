using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>
/// Measures how far a scan is turned: the angle at which the dark pixels of its rows pile up most sharply, as lines of
/// text and rulings do when they lie level (projection profile; Postl 1986, H. S. Baird 1987).
/// </summary>
internal static class SkewEstimator
{
    // Scanners and copiers are taken to turn a page by less than this; in degrees.
    private const double MaxDegrees = 2;
    private const double CoarseStep = 0.2;
    private const double FineStep = 0.02;

    // Below this a line drifts by less than a pixel and a half over a page at the sampled width.
    private const double MinDegrees = 0.06;

    private const int SampledWidth = 1200;
    private const byte Dark = 128;

    /// <summary>The angle in degrees by which the page is turned clockwise; 0 where it is level.</summary>
    public static double Degrees(GrayBitmap image)
    {
        List<(int X, int Y)> dots = Dots(image, Math.Max(1, image.Width / SampledWidth));
        if (dots.Count == 0)
        {
            return 0;
        }

        double coarse = Best(dots, -MaxDegrees, MaxDegrees, CoarseStep);
        double fine = Best(dots, coarse - CoarseStep, coarse + CoarseStep, FineStep);
        return Math.Abs(fine) < MinDegrees || Math.Abs(fine) >= MaxDegrees ? 0 : fine;
    }

    /// <summary>Dark pixels with light above them: edges, which pictures and bands have few of.</summary>
    private static List<(int X, int Y)> Dots(GrayBitmap image, int step)
    {
        var dots = new List<(int, int)>();
        for (int y = step; y < image.Height; y += step)
        {
            for (int x = 0; x < image.Width; x += step)
            {
                if (image[x, y] < Dark && image[x, y - step] >= Dark)
                {
                    dots.Add((x / step, y / step));
                }
            }
        }

        return dots;
    }

    private static double Best(List<(int X, int Y)> dots, double from, double to, double step)
    {
        double best = 0;
        double bestScore = -1;
        int steps = (int)Math.Round((to - from) / step);
        for (int i = 0; i <= steps; i++)
        {
            double angle = from + (i * step);
            double score = Sharpness(dots, Math.Tan(angle * Math.PI / 180));
            if (score > bestScore)
            {
                (best, bestScore) = (angle, score);
            }
        }

        return best;
    }

    private static double Sharpness(List<(int X, int Y)> dots, double slope)
    {
        int offset = (int)(Math.Abs(slope) * (SampledWidth * 2)) + 1;
        int[] rows = new int[dots.Max(d => d.Y) + (2 * offset) + 2];
        foreach ((int x, int y) in dots)
        {
            rows[Math.Clamp((int)Math.Round(y - (slope * x)) + offset, 0, rows.Length - 1)]++;
        }

        double sum = 0;
        foreach (int count in rows)
        {
            sum += (double)count * count;
        }

        return sum;
    }
}
