using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>The coloured stripes of a page, which tell rows apart where no line does.</summary>
internal sealed class Stripes
{
    // Coloured areas taller than this are panels, not rows of a table, in points.
    private const double Tallest = 60;

    private readonly List<BoundingBox> _stripes;

    public Stripes(PageContent page) => _stripes = StripeMerger.Merge(page.Fills).FindAll(static box => box.Height <= Tallest);

    /// <summary>Whether two lines stand on one stripe; null where stripes do not tell.</summary>
    public bool? AreSame(Segment above, Segment below)
    {
        int first = Under(above);
        int second = Under(below);
        return first < 0 && second < 0 ? null : first == second;
    }

    private int Under(Segment segment)
    {
        double y = segment.Line.Box.CenterY;
        return _stripes.FindIndex(stripe => stripe.Y0 <= y && y <= stripe.Y1 && stripe.X0 <= segment.X0 + 1 && stripe.X1 >= segment.X1 - 1);
    }
}
