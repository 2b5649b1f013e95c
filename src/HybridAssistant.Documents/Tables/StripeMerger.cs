using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Joins touching areas of one colour: only edges that can be seen hint at rows and columns.</summary>
internal static class StripeMerger
{
    // Areas closer than this touch, in points.
    private const double Touch = 1;

    /// <summary>The visible areas of the page.</summary>
    public static List<BoundingBox> Merge(IReadOnlyList<Fill> fills)
    {
        var areas = new List<Fill>(fills.Count);
        foreach (Fill fill in fills)
        {
            if (ColorValue.Distance(fill.Color, ColorValue.White) > 4)
            {
                areas.Add(fill);
            }
        }

        areas.Sort(static (a, b) => a.Box.Y0 != b.Box.Y0 ? a.Box.Y0.CompareTo(b.Box.Y0) : a.Box.X0.CompareTo(b.Box.X0));
        Join(areas, static (a, b) => Math.Abs(a.X0 - b.X0) <= Touch && Math.Abs(a.X1 - b.X1) <= Touch && b.Y0 - a.Y1 is <= Touch and >= -Touch);
        Join(areas, static (a, b) => Math.Abs(a.Y0 - b.Y0) <= Touch && Math.Abs(a.Y1 - b.Y1) <= Touch && b.X0 - a.X1 is <= Touch and >= -Touch);
        return [.. areas.Select(static a => a.Box)];
    }

    private static void Join(List<Fill> areas, Func<BoundingBox, BoundingBox, bool> touch)
    {
        for (int i = 0; i < areas.Count; i++)
        {
            for (int j = i + 1; j < areas.Count; j++)
            {
                if (areas[j].Box.Y0 - areas[i].Box.Y1 > Touch)
                {
                    break;
                }

                if (areas[i].Color == areas[j].Color && touch(areas[i].Box, areas[j].Box))
                {
                    areas[i] = areas[i] with { Box = areas[i].Box.Union(areas[j].Box) };
                    areas.RemoveAt(j);
                    j = i;
                }
            }
        }
    }
}
