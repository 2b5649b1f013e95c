using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Ocr;

/// <summary>How a scanned page was turned to lie level, so that boxes found on the level page can be put back.</summary>
/// <param name="Degrees">The angle by which the scan is turned clockwise.</param>
/// <param name="CenterX">Centre of the page, in points.</param>
/// <param name="CenterY">Centre of the page, in points.</param>
internal readonly record struct PageTurn(double Degrees, double CenterX, double CenterY)
{
    /// <summary>The place on the page as it is displayed of a box on the level page; it keeps its size.</summary>
    public BoundingBox ToDisplayed(BoundingBox level)
    {
        if (Degrees == 0)
        {
            return level;
        }

        (double sin, double cos) = Math.SinCos(Degrees * Math.PI / 180);
        double x = level.CenterX - CenterX;
        double y = level.CenterY - CenterY;
        double dx = CenterX + (x * cos) - (y * sin) - level.CenterX;
        double dy = CenterY + (x * sin) + (y * cos) - level.CenterY;
        return new BoundingBox(level.X0 + dx, level.Y0 + dy, level.X1 + dx, level.Y1 + dy);
    }
}
