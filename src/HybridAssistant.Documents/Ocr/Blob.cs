using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>A connected dark area inside a word's box, in pixels of that box.</summary>
internal readonly record struct Blob(int Left, int Top, int Right, int Bottom)
{
    private const byte Dark = 150;
    private const int MaxBlobs = 24;
    private const int MaxSpeck = 3; // pixels of area: dust

    /// <summary>Width in pixels.</summary>
    public int Width => Right - Left + 1;

    /// <summary>Height in pixels.</summary>
    public int Height => Bottom - Top + 1;

    /// <summary>The blobs of a word, left to right, specks left out; no more than two dozen.</summary>
    public static List<Blob> Of(RecognizedWord word, GrayBitmap image)
    {
        int left = Math.Max(0, word.Left - 1);
        int top = Math.Max(0, word.Top - 1);
        int width = Math.Min(image.Width, word.Left + word.Width + 1) - left;
        int height = Math.Min(image.Height, word.Top + word.Height + 1) - top;
        var blobs = new List<Blob>();
        if (width <= 0 || height <= 0)
        {
            return blobs;
        }

        bool[] seen = new bool[width * height];
        var open = new Stack<int>();
        for (int i = 0; i < seen.Length && blobs.Count <= MaxBlobs; i++)
        {
            if (seen[i] || image[left + (i % width), top + (i / width)] >= Dark)
            {
                continue;
            }

            Blob blob = Fill(i, left, top, width, height, image, seen, open);
            if (blob.Width * blob.Height > MaxSpeck)
            {
                blobs.Add(blob);
            }
        }

        blobs.Sort(static (a, b) => (a.Left + a.Right).CompareTo(b.Left + b.Right));
        return blobs;
    }

    private static Blob Fill(int start, int left, int top, int width, int height, GrayBitmap image, bool[] seen, Stack<int> open)
    {
        var blob = new Blob(int.MaxValue, int.MaxValue, -1, -1);
        seen[start] = true;
        open.Push(start);
        while (open.TryPop(out int at))
        {
            int x = at % width;
            int y = at / width;
            blob = new Blob(Math.Min(blob.Left, x), Math.Min(blob.Top, y), Math.Max(blob.Right, x), Math.Max(blob.Bottom, y));
            for (int ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
            {
                for (int nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    int next = (ny * width) + nx;
                    if (!seen[next] && image[left + nx, top + ny] < Dark)
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }
        }

        return blob;
    }
}
