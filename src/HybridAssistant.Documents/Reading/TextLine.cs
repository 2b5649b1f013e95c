using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>Words on one baseline, left to right, whatever lies between them.</summary>
/// <param name="Words">At least one word.</param>
/// <param name="Baseline">Distance from the top of the page, in points.</param>
internal sealed record TextLine(IReadOnlyList<Word> Words, double Baseline)
{
    /// <summary>Where the line is printed.</summary>
    public BoundingBox Box { get; } = BoxOf(Words);

    /// <summary>The largest font size on the line.</summary>
    public double FontSize { get; } = LargestSize(Words);

    private static BoundingBox BoxOf(IReadOnlyList<Word> words)
    {
        BoundingBox box = words[0].Box;
        for (int i = 1; i < words.Count; i++)
        {
            box = box.Union(words[i].Box);
        }

        return box;
    }

    private static double LargestSize(IReadOnlyList<Word> words)
    {
        double size = 0;
        foreach (Word word in words)
        {
            size = Math.Max(size, word.FontSize);
        }

        return size;
    }
}
