using HybridAssistant.Core.Sheets;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace HybridAssistant.Documents.Reading;

/// <summary>Finds ruling lines (strokes and thin rectangles) and coloured areas among a page's paths.</summary>
internal sealed class RuleExtractor
{
    // A filled rectangle thinner than this is a line; thicker ones are areas.
    private const double LineThickness = 2.6;

    // Shorter strokes are parts of drawings and dashes.
    private const double ShortestLine = 4;

    // Strokes that lean less than this are taken as parallel to the page's edge.
    private const double Lean = 0.7;

    private readonly double _pageWidth;
    private readonly double _pageHeight;
    private readonly List<Rule> _rules = [];
    private readonly List<Fill> _fills = [];
    private readonly List<Fill> _backdrops = [];

    public RuleExtractor(double pageWidth, double pageHeight)
    {
        _pageWidth = pageWidth;
        _pageHeight = pageHeight;
    }

    /// <summary>Coloured areas in painting order.</summary>
    public IReadOnlyList<Fill> Fills => _fills;

    /// <summary>Painted shapes of any outline, each by its bounding box: what white text may stand on.</summary>
    public IReadOnlyList<Fill> Backdrops => _backdrops;

    /// <summary>Ruling lines as drawn, not yet merged.</summary>
    public List<Rule> Rules => _rules;

    /// <summary>Adds what one path draws.</summary>
    public void Add(PdfPath path)
    {
        if (!path.IsFilled && !path.IsStroked)
        {
            return;
        }

        int color = path.IsFilled ? ColorValue.Of(path.FillColor) : 0;
        foreach (PdfSubpath subpath in path)
        {
            if (path.IsFilled)
            {
                AddFilled(subpath, color);
            }

            if (path.IsStroked)
            {
                AddStroked(subpath, path.LineWidth > LineThickness ? path.LineWidth : 0, path.StrokeColor);
            }
        }
    }

    private void AddFilled(PdfSubpath subpath, int color)
    {
        if (subpath.GetBoundingRectangle() is not { } bounds)
        {
            return;
        }

        BoundingBox box = ToTopLeft(bounds);
        if (box.Width > LineThickness && box.Height > LineThickness)
        {
            _backdrops.Add(new Fill(box, color));
        }

        if (!IsRectangle(subpath))
        {
            return;
        }

        if (box.Height <= LineThickness && box.Width >= ShortestLine)
        {
            AddRule(true, box.CenterY, box.X0, box.X1);
        }
        else if (box.Width <= LineThickness && box.Height >= ShortestLine)
        {
            AddRule(false, box.CenterX, box.Y0, box.Y1);
        }
        else if (box.Width > LineThickness && box.Height > LineThickness)
        {
            _fills.Add(new Fill(box, color));
        }
    }

    private void AddStroked(PdfSubpath subpath, double thickness, IColor? color)
    {
        PdfPoint from = default;
        PdfPoint first = default;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    from = first = move.Location;
                    break;
                case PdfSubpath.Line line:
                    AddSegment(line.From, line.To, thickness, color);
                    from = line.To;
                    break;
                case PdfSubpath.Close:
                    AddSegment(from, first, thickness, color);
                    from = first;
                    break;
                case PdfSubpath.CubicBezierCurve curve:
                    from = curve.EndPoint;
                    break;
                default:
                    break;
            }
        }
    }

    private void AddSegment(PdfPoint a, PdfPoint b, double thickness, IColor? color)
    {
        if (thickness > 0)
        {
            AddBar(a, b, thickness / 2, ColorValue.Of(color));
            return;
        }

        double dx = Math.Abs(a.X - b.X);
        double dy = Math.Abs(a.Y - b.Y);
        if (dy <= Lean && dx >= ShortestLine)
        {
            AddRule(true, _pageHeight - ((a.Y + b.Y) / 2), Math.Min(a.X, b.X), Math.Max(a.X, b.X));
        }
        else if (dx <= Lean && dy >= ShortestLine)
        {
            AddRule(false, (a.X + b.X) / 2, _pageHeight - Math.Max(a.Y, b.Y), _pageHeight - Math.Min(a.Y, b.Y));
        }
    }

    /// <summary>A thick stroke is a bar on which headings are printed in white.</summary>
    private void AddBar(PdfPoint a, PdfPoint b, double half, int color)
    {
        var box = new BoundingBox(
            Math.Min(a.X, b.X) - (a.X == b.X ? half : 0),
            _pageHeight - Math.Max(a.Y, b.Y) - half,
            Math.Max(a.X, b.X) + (a.X == b.X ? half : 0),
            _pageHeight - Math.Min(a.Y, b.Y) + half);
        var bar = new Fill(box, color);
        _fills.Add(bar);
        _backdrops.Add(bar);
    }

    private void AddRule(bool horizontal, double position, double start, double end)
    {
        double limit = horizontal ? _pageHeight : _pageWidth;
        if (position >= 0 && position <= limit)
        {
            _rules.Add(new Rule(horizontal, position, start, end));
        }
    }

    private static bool IsRectangle(PdfSubpath subpath)
    {
        int corners = 0;
        foreach (PdfSubpath.IPathCommand command in subpath.Commands)
        {
            if (command is PdfSubpath.Line line)
            {
                // A slanted side makes it something else than a rectangle.
                if (Math.Abs(line.From.X - line.To.X) > Lean && Math.Abs(line.From.Y - line.To.Y) > Lean)
                {
                    return false;
                }

                corners++;
            }
            else if (command is not (PdfSubpath.Move or PdfSubpath.Close))
            {
                return false;
            }
        }

        return corners is >= 3 and <= 5;
    }

    private BoundingBox ToTopLeft(PdfRectangle r) =>
        new(Math.Max(0, r.Left), Math.Max(0, _pageHeight - r.Top), Math.Min(_pageWidth, r.Right), Math.Min(_pageHeight, _pageHeight - r.Bottom));
}
