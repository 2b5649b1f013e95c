using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Sections;

/// <summary>Finds the heading under which a place of a page stands.</summary>
internal sealed class SectionIndex
{
    private readonly List<SectionHeading> _headings;

    public SectionIndex(IEnumerable<SectionHeading> headings) => _headings = [.. headings];

    /// <summary>The nearest heading above a box; empty where there is none.</summary>
    public string SectionOf(int page, BoundingBox box) => HeadingAbove(page, box)?.Text ?? "";

    /// <summary>The headings of a page right above a box, nearest first.</summary>
    public IEnumerable<string> Above(int page, BoundingBox box) => _headings
        .Where(heading => heading.Page == page && heading.Box.CenterY < box.Y0 + 1 && heading.Box.X0 < box.X1 && heading.Box.X1 > box.X0)
        .OrderByDescending(static heading => heading.Box.Y0)
        .Select(static heading => heading.Text);

    /// <summary>Headings above a box, outermost first, joined by " › ".</summary>
    public string PathOf(int page, BoundingBox box)
    {
        SectionHeading? heading = HeadingAbove(page, box);
        if (heading is null)
        {
            return "";
        }

        SectionHeading? parent = null;
        foreach (SectionHeading candidate in _headings)
        {
            bool before = candidate.Page < heading.Page || (candidate.Page == heading.Page && candidate.Box.Y0 < heading.Box.Y0);
            if (before && candidate.FontSize > heading.FontSize * 1.15 && (parent is null || !IsBefore(candidate, parent)))
            {
                parent = candidate;
            }
        }

        return parent is null ? heading.Text : $"{parent.Text} › {heading.Text}";
    }

    private SectionHeading? HeadingAbove(int page, BoundingBox box)
    {
        SectionHeading? nearest = null;
        SectionHeading? lastBefore = null;
        foreach (SectionHeading heading in _headings)
        {
            if (heading.Page < page)
            {
                lastBefore = heading;
            }
            else if (heading.Page == page
                && heading.Box.CenterY < box.Y0 + 1
                && heading.Box.X0 < box.X1 && heading.Box.X1 > box.X0 - 30
                && (nearest is null || heading.Box.Y0 > nearest.Box.Y0))
            {
                nearest = heading;
            }
        }

        return nearest ?? lastBefore;
    }

    private static bool IsBefore(SectionHeading a, SectionHeading b) =>
        a.Page < b.Page || (a.Page == b.Page && a.Box.Y0 < b.Box.Y0);
}
