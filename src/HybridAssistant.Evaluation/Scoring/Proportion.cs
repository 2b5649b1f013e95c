namespace HybridAssistant.Evaluation.Scoring;

/// <summary>A share with its counts: small sets are no percentages.</summary>
/// <param name="Count">How many did.</param>
/// <param name="Of">Out of how many; may be 0.</param>
public readonly record struct Proportion(int Count, int Of)
{
    // 97.5th percentile of the normal distribution: two-sided 95 %.
    private const double Z = 1.959964;

    /// <summary>The share, 0 to 1; null of none.</summary>
    public double? Share => Of == 0 ? null : (double)Count / Of;

    /// <summary>Lower end of the 95 % Wilson score interval.</summary>
    public double? Low => Wilson(-1);

    /// <summary>Upper end of the 95 % Wilson score interval.</summary>
    public double? High => Wilson(1);

    /// <summary>Counts the items for which a condition holds.</summary>
    public static Proportion Among<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) => new(items.Count(holds), items.Count);

    // Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference.
    private double? Wilson(int sign)
    {
        if (Share is not { } share)
        {
            return null;
        }

        double n = Of;
        double centre = share + (Z * Z / (2 * n));
        double spread = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return Math.Clamp((centre + (sign * spread)) / (1 + (Z * Z / n)), 0, 1);
    }
}
