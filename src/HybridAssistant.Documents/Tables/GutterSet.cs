namespace HybridAssistant.Documents.Tables;

/// <summary>Vertical strips that stay white in all rows seen so far: the column boundaries of a table in the making.</summary>
internal sealed class GutterSet
{
    // A strip narrower than this no longer separates anything, in points.
    private const double Narrowest = 3;

    // What a phrase inside a strip leaves of it on either side, as a share of its own width, separates nothing.
    private const double Sliver = 0.3;

    private readonly List<(double Start, double End, int Support)> _strips = [];

    private GutterSet()
    {
    }

    /// <summary>Number of strips left.</summary>
    public int Count => _strips.Count;

    /// <summary>The middle of each strip, left to right.</summary>
    public IReadOnlyList<double> Middles => [.. _strips.Select(static s => (s.Start + s.End) / 2)];

    /// <summary>The strips between the segments of one row.</summary>
    public static GutterSet Of(IReadOnlyList<Segment> row)
    {
        var set = new GutterSet();
        for (int i = 1; i < row.Count; i++)
        {
            set._strips.Add((row[i - 1].X1, row[i].X0, 1));
        }

        return set;
    }

    /// <summary>Whether a row can belong to the table: its segments stand in at least two different columns.</summary>
    public bool Admits(IReadOnlyList<Segment> row)
    {
        int free = 0;
        foreach ((double start, double end, _) in _strips)
        {
            if (Narrowed(row, start, end, out double newStart, out double newEnd) && HasBothSides(row, newStart, newEnd))
            {
                free++;
            }
        }

        return free > 0;
    }

    /// <summary>Whether every segment of a row keeps clear of all strips.</summary>
    public bool LeavesAllFree(IReadOnlyList<Segment> row)
    {
        foreach ((double start, double end, _) in _strips)
        {
            if (!Narrowed(row, start, end, out _, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Narrows the strips by a row; strips that many rows support survive a single long cell.</summary>
    public void Add(IReadOnlyList<Segment> row)
    {
        for (int i = _strips.Count - 1; i >= 0; i--)
        {
            (double start, double end, int support) = _strips[i];
            if (Narrowed(row, start, end, out double newStart, out double newEnd))
            {
                _strips[i] = (newStart, newEnd, support + (HasBothSides(row, newStart, newEnd) ? 1 : 0));
            }
            else if (support < 3)
            {
                _strips.RemoveAt(i);
            }
        }
    }

    /// <summary>Adds strips of a row that lie inside one column: a header that the first row did not show.</summary>
    public void Refine(IReadOnlyList<IReadOnlyList<Segment>> rows, int minimumSupport)
    {
        foreach (IReadOnlyList<Segment> candidate in rows)
        {
            for (int i = 1; i < candidate.Count; i++)
            {
                TryAdd(candidate[i - 1].X1, candidate[i].X0, rows, minimumSupport);
            }
        }

        _strips.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private void TryAdd(double start, double end, IReadOnlyList<IReadOnlyList<Segment>> rows, int minimumSupport)
    {
        foreach ((double s, double e, _) in _strips)
        {
            if (s < end && start < e)
            {
                return;
            }
        }

        int support = 0;
        int crossed = 0;
        foreach (IReadOnlyList<Segment> row in rows)
        {
            if (!Narrowed(row, start, end, out double newStart, out double newEnd))
            {
                crossed++;
            }
            else
            {
                (start, end) = (newStart, newEnd);
                support += HasBothSides(row, start, end) ? 1 : 0;
            }
        }

        if (support >= minimumSupport && crossed * 4 <= support)
        {
            _strips.Add((start, end, support));
        }
    }

    private static bool HasBothSides(IReadOnlyList<Segment> row, double start, double end) =>
        row[0].X1 <= start + Narrowest && row[^1].X0 >= end - Narrowest;

    private static bool Narrowed(IReadOnlyList<Segment> row, double start, double end, out double newStart, out double newEnd)
    {
        newStart = start;
        newEnd = end;
        foreach (Segment segment in row)
        {
            if (segment.X1 <= newStart || segment.X0 >= newEnd)
            {
                continue;
            }

            bool coversStart = segment.X0 <= newStart;
            bool coversEnd = segment.X1 >= newEnd;
            if (coversStart && coversEnd)
            {
                return false;
            }

            if (coversStart)
            {
                newStart = segment.X1;
            }
            else if (coversEnd)
            {
                newEnd = segment.X0;
            }
            else if (Math.Max(segment.X0 - newStart, newEnd - segment.X1) < Sliver * (segment.X1 - segment.X0))
            {
                // A heading over the columns on both sides fills the strip but for a little.
                return false;
            }
            else if (segment.X0 - newStart >= newEnd - segment.X1)
            {
                newEnd = segment.X0;
            }
            else
            {
                newStart = segment.X1;
            }
        }

        return newEnd - newStart >= Narrowest;
    }
}
