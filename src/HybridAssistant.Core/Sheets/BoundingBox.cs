namespace HybridAssistant.Core.Sheets;

/// <summary>A rectangle on a page in PDF points, origin top-left of the page as displayed; y grows downwards.</summary>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Top edge.</param>
/// <param name="X1">Right edge, at least <paramref name="X0"/>.</param>
/// <param name="Y1">Bottom edge, at least <paramref name="Y0"/>.</param>
public readonly record struct BoundingBox(double X0, double Y0, double X1, double Y1)
{
    /// <summary>Width in points.</summary>
    public double Width => X1 - X0;

    /// <summary>Height in points.</summary>
    public double Height => Y1 - Y0;

    /// <summary>Horizontal centre in points.</summary>
    public double CenterX => (X0 + X1) / 2;

    /// <summary>Vertical centre in points.</summary>
    public double CenterY => (Y0 + Y1) / 2;

    /// <summary>The smallest box that holds both.</summary>
    public BoundingBox Union(BoundingBox other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>Whether the two boxes share an area.</summary>
    public bool Intersects(BoundingBox other) =>
        X0 < other.X1 && other.X0 < X1 && Y0 < other.Y1 && other.Y0 < Y1;
}
